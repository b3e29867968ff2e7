"""What make.py takes from its sources, what it leaves, and what it adds."""

# Which list of the crate stop-words is taken: a file of NLTK's, or `iso` for Stopwords ISO.
STOP_SOURCE = {
    "es": "spanish", "de": "german", "fr": "french", "pt": "portuguese", "it": "italian",
    "nl": "dutch", "pl": "iso", "ru": "russian", "uk": "iso", "tr": "turkish", "ar": "iso",
    "hi": "iso", "vi": "iso", "id": "indonesian", "th": "iso",
}

# Lists made for this project.
OWN_STOP_WORDS = {
    "en": """
a an the this that these those i me my mine myself we us our ours ourselves you your yours
yourself he him his himself she her hers herself it its itself they them their theirs themselves
who whom whose which what where when why how am is are was were be been being have has had having
do does did doing done will would shall should can could may might must ought and or nor but if
then than so because as until while of at by for with about against between among into onto
through during before after above below over under to from up down in out on off within without
upon toward towards across along around behind beside besides beyond near per via again further
once here there all any both each few more most other others another some such no not only own
same too very just also now ever never still yet even though although however since unless
whether either neither else much many less least else really quite rather almost already often
always sometimes perhaps like said say says saying told tell tells added according mr mrs ms dr
i'm i've i'll i'd you're you've you'll you'd he's he'd he'll she's she'd she'll it's it'll we're
we've we'll we'd they're they've they'll they'd isn't aren't wasn't weren't don't doesn't didn't
won't wouldn't shan't shouldn't can't cannot couldn't mustn't hasn't haven't hadn't ain't let's
that's what's who's where's there's here's
""",
    "zh": """
的 了 是 在 这 和 也 不 有 为 对 与 他 她 它 们 而 及 被 将 就 都 到 从 说 还 并 我 你 之 其 以 于 但 或 让 把 向 由 则
这 那 此 該 该 个 個 這 為 與 們 將 從 說 還 並 對 時 时 会 會 等 着 著 过 過 可 能 所 又 很 更 最 再 没 沒 已 正 只 因 如 若
我们 他们 她们 它们 我們 他們 没有 沒有 可以 已经 已經 因为 因為 所以 但是 如果 还是 還是 一个 一個 这个 這個 这些
這些 那些 目前 其中 以及 通过 通過 进行 進行 表示 认为 認為 自己 什么 什麼 就是 不是 时候 時候 对于 對於 关于 關於 同时
同時 由于 由於 可能 以来 以來 之后 之後 之前 为了 為了 不过 不過 并且 並且 而且 或者 虽然 雖然 这样 這樣 如何 非常 据悉
""",
    "ja": """
の に は を た が で て と し れ さ も な い る から まで より など こと もの ため この その あの これ それ あれ ここ そこ
という として による によって において について にて ます です でした ました である だった いる ある する した して
され された している されて いた った また さらに しかし なお および
""",
    "ko": """
이 그 저 및 등 수 것 은 는 을 를 의 에 와 과 도 로 으로 에서 있다 있는 있었다 했다 한다 하는 하고 대한 위해 대해 따르면
말했다 밝혔다 전했다 설명했다 것으로 것이다 것은 것이 지난 있다고 했다고 한 이번 통해 함께 때문에 또 또한 더 가장 모두
다시 그는 그녀는 우리 우리는 이를 이에 이날 그러나 하지만 그리고 따라 관련 당시 현재 이후 이전 경우 때 중 위한 없는 없다
있어 있고 있으며 된다 되는 됐다 된 될 할 하지 않은 않는 않았다 않고 못한 같은 같이 아직 이미 바로 라고 라며 며 면서
""",
}

# Words of such a list that carry news.
CONTENT = {
    "pl": "kierunku ii iii iv vi vii viii ix xi xii xiii xiv xv www godz dwa dwaj dwie dwoje dobrze",
    "ar": "اربعة ثلاثة عشر عشرة واحد صفر الف مليار مليون ايار زيارة لوكالة برس للامم شخصا قوة تحوّل "
    "الذاتي اعادة و6 لقاء",
    "hi": "घर वर्ग दो",
    "th": "้ง หนึ่ง",
    "vi": "bác cha thím tanh thuần hay",
    "id": "kasus ibu bapak bung bekerja satu dua tiga empat lima naik datang berdatangan menaiki",
}

# Words that such a list lacks.
MORE_STOP_WORDS = {
    "es": "según tras mientras aunque además así aún dijo dice cada sido ser hacia dos vez solo sólo "
    "hace hacer puede pueden debe embargo durante mediante cual cuales",
    "de": "dass mehr schon etwa sowie seit laut bereits gab worden wurde wurden sei seien sagte sagt "
    "habe hätte hätten beim beiden dabei dafür davon dazu zudem jedoch deshalb daher erst immer "
    "keine kommt gibt geht sollen müssen dürfen darf mal neben rund gegenüber trotz wegen ab",
    "fr": "plus tout tous toute toutes selon après avant entre comme aussi ainsi alors dont depuis "
    "lors car donc encore été être fait faire peut sans sous très vers chez contre deux si où ni "
    "celui celle ceux celles cet cette ces cela ça quand lorsque pendant autre autres même mêmes "
    "a-t-il a-t-elle déjà moins non quelque quelques chaque lorsqu puisqu jusqu quoiqu",
    "pt": "segundo ainda sobre após além cada pode podem deve ser sendo sido disse diz afirmou dois "
    "duas onde porque pois assim agora antes durante enquanto então outro outra outros outras todo "
    "toda todos todas apenas desde dia fazer feito há lá neste nesta nesse nessa desta deste dessa "
    "desse vai vão",
    "it": "dopo prima anche ancora già solo sempre poi essere stato stata stati state fatto può "
    "possono deve detto ogni altri altre altro altra tutto tutta tutte quando dove mentre però "
    "quindi secondo molto meno senza verso durante proprio così invece oltre fra d un quell quest "
    "c'è cioè ha hanno sia viene quanto c s m t n v",
    "nl": "al ook nog wel volgens heeft wordt werden werd zegt zei worden gaat gaan moeten moest "
    "kunnen kon zal zullen zouden na sinds tijdens tegen onder tussen over per zonder eerst weer "
    "hun deze dit die dat alle andere dus omdat terwijl ons onze zo veel meer mee via laat komt",
    "pl": "powiedział dodał także zostać została zostało zostali jako oraz przy być byłby ponad według "
    "jednak przez podczas około swój swoją swojego swoich jego wraz gdyż",
    "ru": "это года году лет также этом этой этих которые который которая которого которой которых "
    "которым были было была будут быть свой свои своих своего своим своем сказал заявил сообщил "
    "однако несколько время после перед при из-за между около либо против ранее очень их им него "
    "нас вас все всё весь ещё её мочь могут может должен которое чего кроме своём чём нём моё твоё "
    "тем этим сообщает по-прежнему",
    "uk": "в і у на що не з та за до про як від це є для його але по й він також після який яка які "
    "яке якого якої яких був було вже через бути під час року роки років буде щодо між її їх ми ви "
    "вони більше цього тому якщо ще тільки має сказав зазначив нас над без перед коли цей ця із зі "
    "о об ж би б й а або всі усі усіх свій свої своїх його нього неї них нам вам могти може можуть "
    "повідомив заявив однак проте тощо лише понад близько проти кілька",
    "tr": "olarak olan olduğu olduğunu tarafından göre kadar sonra önce bir iki yeni değil dedi diyen "
    "etti eden ettiği edildi yaptı yaptığı olması oldu var yok ancak fakat çünkü bunu bunun buna "
    "bunlar onu onun ona onlar ben sen bana sana beni kendi her hiç bütün böyle şöyle öyle üzere "
    "dolayı yapılan bulunan ilgili arasında içinde üzerinde karşı şekilde ifade belirtti söyledi "
    "açıkladı kaydetti nedeniyle rağmen ayrıca bugün dün mi",
    "ar": "في من على إلى أن عن التي الذي هذا هذه مع كان ما لا بعد قال كل بين أو ذلك لم قبل حيث كما عند "
    "هو هي إن قد خلال منذ حتى وقال تم لكن وفي ومن أي تلك وكان عليه ثم وقد التى وعلى وإلى وأن الى "
    "أكد أكدت وأكد أضاف وأضاف أعلن أعلنت وأشار أشار أوضح ولكن كانت وكانت بأن لأن فإن فقد ليس ليست",
    "hi": "के में की है और को से का ने पर यह कि हैं भी एक इस नहीं तो हो ही कर था थे थी कहा लिए गया गई "
    "गए वह उन्होंने जो किया की करने साथ या अपने बाद तक अब होने वाले वाली वाला दिया हुए जा रहा रहे रही "
    "बताया जाता जाती जाने लेकिन क्योंकि जबकि तथा हालांकि मुताबिक अनुसार हमारे हम मैं आप मेरे",
    "vi": "và của là có được cho trong không các một người với đã những này khi ở đến về từ ra đó cũng "
    "tại vào theo trên nhiều sau sẽ để như do bị phải lại nhưng ông họ mà còn nếu vì hơn qua thì rất "
    "tôi đang nên trước đây cùng mới hay",
    "id": "yang dan di ini dengan untuk dari dalam pada itu tidak akan juga ke oleh ada karena kata "
    "adalah saat sudah telah bisa para lebih atau menjadi sebagai mereka dia kami kita saya tak "
    "hingga ia lalu namun harus secara",
    "th": "ว่า ของ และ ใน ที่ เป็น มี ได้ จะ ไม่ ให้ กับ จาก ไป นี้ นั้น ซึ่ง โดย คน ปี ดังกล่าว จำนวน "
    "ทำให้ ทำ สำหรับ นำ",
}

# Other regions' names of months.
REGIONS = {"de": ["de-AT"], "pt": ["pt-PT"], "ar": ["ar-SY", "ar-MA", "ar-DZ"], "zh": ["zh-Hant"]}

# Other forms of months and weekdays.
CALENDAR = {
    "en": {"months": [""] * 8 + ["sept"], "weekdays": ["", "tues", "", "thur thurs"]},
    "pl": {
        "months": "styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku "
        "listopadzie grudniu".split(),
        "weekdays": ["poniedziałku", "wtorku", "środę środy", "czwartku", "piątku", "sobotę soboty",
                     "niedzielę niedzieli"],
    },
    "ru": {
        "months": "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре "
        "декабре".split(),
        "weekdays": ["понедельника", "вторника", "среду среды", "четверга", "пятницу пятницы",
                     "субботу субботы", "воскресенья"],
    },
    "uk": {
        "months": "січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді "
        "грудні".split(),
        "weekdays": ["понеділка", "вівторка", "середу середи", "четверга", "пʼятницю п'ятницю",
                     "суботу суботи", "неділю неділі"],
    },
    "es": {"months": [""] * 8 + ["setiembre"], "weekdays": []},
    "hi": {"months": [""] * 8 + ["सितंबर"], "weekdays": ["", "", "", "गुरूवार बृहस्पतिवार"]},
    "ar": {"months": [], "weekdays": ["الإثنين"]},
}
# Short forms that are other words more often.
NOT_CALENDAR = {
    "en": "sun sat mon wed",
    "es": "mar may",
    "de": "mo di mi do fr sa so mär jän",
    "fr": "mer sam dim lun",
    "pt": "mar set mai sex seg ter qua qui",
    "it": "mar mag gen lun mer ven sab dom set",
    "nl": "ma di wo do vr za zo mrt",
    "pl": "sty lut mar lip gru maj pon śr pt sob niedz wt czw sie",
    "tr": "mar may oca eki kas ara paz sal per",
    "id": "sen sel rab kam jum sab min",
    "vi": "thứ 2", "ja": "月 火 水 木 金 土 日", "ko": "월 화 수 목 금 토 일",
}

# Other words for numbers.
NUMBERS = {
    "en": {12: "dozen"}, "es": {100: "ciento"}, "fr": {80: "quatre-vingt", 100: "cents", 70: "septante", 90: "nonante"},
    "pt": {14: "quatorze catorze", 16: "dezasseis", 17: "dezassete", 19: "dezanove", 100: "cento"},
    "de": {2: "zwo", 1_000_000: "mio", 1_000_000_000: "mrd"},
    "nl": {1_000_000: "mln", 1_000_000_000: "mld"},
    "pl": {1_000: "tys", 1_000_000: "mln", 1_000_000_000: "mld"},
    "ru": {1_000: "тыс", 1_000_000: "млн", 1_000_000_000: "млрд", 3: "трёх трём тремя"},
    "uk": {2: "двох двом", 3: "трьох трьом", 4: "чотирьох", 5: "п'ять п'яти пʼяти", 6: "шести",
           7: "семи", 8: "восьми", 9: "дев'ять", 10: "десяти", 1_000: "тис", 1_000_000: "млн",
           1_000_000_000: "млрд"},
    "ar": {2: "اثنان اثنين اثنتان", 3: "ثلاث", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثماني ثمان",
           9: "تسع", 10: "عشر", 20: "عشرين", 30: "ثلاثين", 40: "أربعين", 50: "خمسين", 60: "ستين",
           70: "سبعين", 80: "ثمانين", 90: "تسعين", 100: "مئة", 200: "مئتان مئتين مائتين",
           1_000_000: "ملايين", 1_000_000_000: "مليارات"},
    "hi": {5: "पांच", 6: "छः छै", 1_000: "हजार", 100_000: "लाख", 10_000_000: "करोड़"},
    "ko": {20: "스물 스무", 30: "서른", 40: "마흔", 50: "쉰"},
    "vi": {1: "mốt", 4: "tư", 5: "lăm", 10: "chục", 1_000: "ngàn", 1_000_000_000: "tỉ"},
    "zh": {2: "兩", 3: "參", 6: "陸", 10_000: "萬", 100_000_000: "亿 億"},
    "ja": {100_000_000: "億"},
    "th": {100_000: "แสน"},
}
# Other ordinals.
ORDINALS = {
    "de": {1: "erste ersten erster erstes erstem", 2: "zweite zweiten zweiter zweites zweitem",
           3: "dritte dritten dritter drittes drittem", 4: "vierten", 5: "fünften", 6: "sechsten"},
    "nl": {1: "eerste", 3: "derde"}, "fr": {1: "premiers premières"},
}
# Words that are something else more often.
NOT_NUMBERS = {"zh": "〇 初一 初二 初三 初四 初五 初六 初七 初八 初九 初十 伍 陆 陸 拾", "ja": "〇 伍",
               "ko": "공 영 일 이 사 오 육 구 일십 세 네", "pl": "zera zerem zeru zerze"}

# Languages whose numbers above ten are read part by part, and that count by ten thousands.
NO_COMPOUNDS = ["zh", "ja", "ko", "th"]

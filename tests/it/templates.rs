//! Reports made from templates: the wording is the same, the event is not. And the opposite:
//! updates, corrections and rewritten reports of one event.

/// A report with `{0}`, `{1}` … for what differs, and what to put there, parted by bars, one row an
/// event.
pub(crate) struct Template {
    pub(crate) name: &'static str,
    pub(crate) text: &'static str,
    pub(crate) events: &'static [&'static str],
}

impl Template {
    /// The reports, one an event.
    pub(crate) fn reports(&self) -> Vec<String> {
        self.events
            .iter()
            .map(|values| self.report(values))
            .collect()
    }

    fn report(&self, values: &str) -> String {
        let mut report = self.text.to_owned();
        for (number, value) in values.split('|').enumerate() {
            report = report.replace(&format!("{{{number}}}"), value);
        }
        report
    }
}

pub(crate) const TEMPLATES: &[Template] = &[
    Template {
        name: "quakes, short",
        text: "A magnitude {0} earthquake struck off the coast of {1} on {2}, the US Geological Survey said. \
               The quake hit at a depth of {3} kilometres, about {4} kilometres from {5}. There were no \
               immediate reports of damage or casualties, and no tsunami warning was issued. Officials in \
               {6} said they were assessing the situation.",
        events: &[
            "6.4|Chile|4 March|35|62|Valparaíso|Santiago",
            "5.8|Japan|8 March|51|140|Sendai|Tokyo",
            "6.1|Indonesia|21 March|10|88|Bengkulu|Jakarta",
        ],
    },
    Template {
        name: "quakes, long",
        text: "A magnitude {0} earthquake struck off the coast of {1} on {2}, the US Geological Survey said, \
               shaking buildings and sending people into the streets.\n\nThe quake hit at a depth of {3} \
               kilometres, about {4} kilometres from the city of {5}, the agency said. It was followed by \
               several aftershocks, the strongest of magnitude {7}.\n\nThere were no immediate reports of \
               damage or casualties. The Pacific Tsunami Warning Center said no tsunami was expected.\n\n\
               \"We felt it strongly and everybody ran outside,\" said {8}, a shopkeeper in {5}. \"It lasted \
               almost a minute.\"\n\nOfficials in {6} said they were assessing the situation and had sent teams \
               to the region. Schools were closed as a precaution, and trains were stopped while tracks were \
               inspected. {9}, the interior minister, urged residents to remain calm and to stay away from \
               damaged buildings.\n\n{1} lies on the so-called Ring of Fire, where many of the world's \
               earthquakes occur.",
        events: &[
            "6.4|Chile|Monday, 4 March|35|62|Valparaíso|Santiago|5.1|Marta Ibáñez|Rodrigo Salas",
            "5.8|Japan|Friday, 8 March|51|140|Sendai|Tokyo|4.7|Kenji Morita|Haruka Ono",
        ],
    },
    Template {
        name: "earnings, short",
        text: "{0} reported {1}-quarter net income of ${2} million, or {3} cents a share, compared with ${4} \
               million a year earlier. Revenue rose {5} percent to ${6} billion. Analysts on average had expected \
               earnings of {7} cents a share. Shares of the company, based in {8}, rose {9} percent in early \
               trading.",
        events: &[
            "Acme Corp|first|212|84|187|6|1.9|80|Toledo|3.1",
            "Bolt Industries|first|96|41|78|11|1.2|37|Austin|4.6",
            "Corvid Holdings|first|341|127|322|3|4.4|119|Portland|2.2",
        ],
    },
    Template {
        name: "earnings, long",
        text: "{0} on {1} reported first-quarter net income of ${2} million, or {3} cents a share, compared with \
               ${4} million a year earlier, helped by strong demand and lower costs.\n\nRevenue rose {5} percent \
               to ${6} billion. Analysts on average had expected earnings of {7} cents a share on revenue of \
               ${8} billion, according to a survey by FactSet.\n\n\"We are pleased with our results and remain \
               confident in our outlook for the rest of the year,\" chief executive {9} said in a statement. \
               \"Our teams delivered across all segments.\"\n\nThe company, based in {10}, said it now expects \
               full-year earnings of between {11} and {12} a share, up from an earlier forecast. It also \
               raised its quarterly dividend to {13} cents a share and said it would buy back up to ${14} \
               million of its own stock.\n\nShares of {15} rose {16} percent in early trading. They have gained \
               {17} percent since the beginning of the year, compared with a rise of {18} percent for the \
               broader market.",
        events: &[
            "Acme Corp|Tuesday|212|84|187|6|1.9|80|1.85|Dana Whitfield|Toledo, Ohio|3.40|3.55|\
             22|400|Acme|3.1|9|5.2",
            "Bolt Industries|Thursday|96|41|78|11|1.2|37|1.14|Luis Ferrer|Austin, Texas|1.70|\
             1.82|12|150|Bolt|4.6|14|6.1",
            "Corvid Holdings|Tuesday|341|127|322|3|4.4|119|4.31|Priya Raman|Portland, Oregon|\
             5.05|5.20|35|750|Corvid|2.2|7|5.2",
        ],
    },
    Template {
        name: "shootings in one town, short",
        text: "A {0}-year-old man was shot and killed {1} night in the {2} block of {3}, Millbrook police said. \
               Officers responding to a report of gunfire around {4} p.m. found {5} lying on the sidewalk with \
               a gunshot wound to the {6}. He was taken to St. Anne's Hospital, where he was pronounced dead. \
               No arrests have been made. Anyone with information is asked to call Millbrook police.",
        events: &[
            "23|Tuesday|400|Garfield Avenue|9:40|Darnell Price|chest",
            "41|Saturday|1900|Linden Street|11:15|Victor Okafor|head",
        ],
    },
    Template {
        name: "shootings in one town, long",
        text: "MILLBROOK - A {0}-year-old man was shot and killed {1} night in the {2} block of {3}, police said.\n\n\
               Officers responding to a report of gunfire around {4} p.m. found {5} lying on the sidewalk with \
               gunshot wounds to the {6}, said Millbrook police spokesman Sgt. Alan Reyes. He was taken to St. \
               Anne's Hospital, where he was pronounced dead at {7} p.m.\n\nNeighbors said they heard {8} shots \
               and saw a {9} speeding away. Detectives were at the scene until early morning, collecting shell \
               casings and looking for surveillance video.\n\n\"It is getting worse every year,\" said {10}, who \
               has lived on the block for {11} years. \"You don't want your kids outside after dark.\"\n\nNo \
               arrests have been made and police have not released a motive. It was the {12} homicide in \
               Millbrook this year, compared with {13} at the same time last year.\n\nAnyone with information is \
               asked to call Millbrook police at 555-0142. Callers can remain anonymous and may be eligible for \
               a reward.",
        events: &[
            "23|Tuesday|400|Garfield Avenue|9:40|Darnell Price|chest|10:22|six|silver Honda|\
             Rosa Delgado|17|12th|nine",
            "41|Saturday|1900|Linden Street|11:15|Victor Okafor|head|11:58|three|black pickup|\
             James Whitlow|30|19th|16",
        ],
    },
    Template {
        name: "weather warnings, short",
        text: "The National Weather Service has issued a {0} warning for {1} and {2} counties until {3}. Winds of \
               up to {4} mph and hail the size of {5} are possible, forecasters said. The storm was near {6} at \
               {7}, moving {8} at {9} mph. Residents should move indoors and stay away from windows until the \
               warning has passed.",
        events: &[
            "severe thunderstorm|Dunmore|Kearney|6:45 p.m. Monday|60|quarters|Ashford|5:52 p.m.|\
             northeast|35",
            "severe thunderstorm|Wexley|Tyrone|10:15 p.m. Thursday|70|golf balls|Larkspur|\
             9:20 p.m.|east|45",
        ],
    },
    Template {
        name: "weather warnings, long",
        text: "The National Weather Service has issued a severe thunderstorm warning for {0} and {1} counties until \
               {2}.\n\nAt {3}, a storm capable of producing winds of up to {4} mph and hail the size of {5} was \
               near {6}, moving {7} at {8} mph, forecasters said. Towns in its path include {9}, {10} and {11}.\n\n\
               Residents should move to an interior room on the lowest floor of a building and stay away from \
               windows. Hail damage to vehicles is expected, and wind damage to roofs, siding and trees is \
               likely. People outdoors should seek shelter at once, because lightning can strike many miles \
               from a storm.\n\nThe utility {12} said about {13} customers had already lost power. It asked people \
               to report downed lines and not to touch them. A flood watch remains in effect for low-lying areas \
               along the {14} River until {15}.",
        events: &[
            "Dunmore|Kearney|6:45 p.m. Monday|5:52 p.m.|60|quarters|Ashford|northeast|35|\
             Briarton|Colby|Eastvale|TriState Energy|2,100|Sable|Tuesday morning",
            "Wexley|Tyrone|10:15 p.m. Thursday|9:20 p.m.|70|golf balls|Larkspur|east|45|Hadley|\
             Pinecrest|Quarry|Northern Power|8,700|Elkhorn|Friday evening",
        ],
    },
    Template {
        name: "match reports, short",
        text: "{0} beat {1} {2} on {3} to move {4} points clear at the top of the table. {5} opened the scoring in \
               the {6}th minute with a header from a corner, and {7} added a second from the penalty spot after \
               the break. The visitors pulled one back late on through {8} but could not find an equaliser. \
               {0} travel to {9} next weekend.",
        events: &[
            "Harrow Town|Denby Rovers|2-1|Saturday|three|Callum Voss|17|Idris Bello|\
             Tom Achterberg|Milford",
            "Kingsport United|Ravel Athletic|2-1|Sunday|five|Marco Tedesco|38|Jonas Lindqvist|\
             Ayo Fashola|Stanmere",
        ],
    },
    Template {
        name: "match reports, long",
        text: "{0} beat {1} {2} on {3} to move {4} points clear at the top of the table.\n\n{5} opened the scoring \
               in the {6}th minute with a header from a corner after a bright start by the home side. The \
               visitors had the better of the rest of the half and came close twice, but goalkeeper {10} saved \
               well from {8} and the crossbar denied {11}.\n\n{7} added a second from the penalty spot after the \
               break when {12} was brought down in the area. {8} pulled one back with {13} minutes left, but the \
               visitors could not find an equaliser in spite of late pressure.\n\n\"We made it hard for ourselves \
               at the end, but the boys showed great character,\" said manager {14}. His opposite number {15} \
               was left to rue missed chances. \"We deserved a point,\" he said.\n\nA crowd of {16} watched the \
               game at {17}. {0} travel to {9} next weekend, while {1} host {18}.",
        events: &[
            "Harrow Town|Denby Rovers|2-1|Saturday|three|Callum Voss|17|Idris Bello|\
             Tom Achterberg|Milford|Piet Kuyper|Lee Garrity|Sam Dacosta|nine|Neil Prowse|\
             Gavin Stroud|11,204|Ferry Road|Selby",
            "Kingsport United|Ravel Athletic|2-1|Sunday|five|Marco Tedesco|38|Jonas Lindqvist|\
             Ayo Fashola|Stanmere|Dean Holloway|Ruben Kastner|Olu Adeyemi|six|Carla Benedetti|\
             Ian Farrow|24,816|Dock Park|Brookvale",
        ],
    },
    Template {
        name: "sentences",
        text: "A {0} man was sentenced to {1} years in prison on {2} for robbing a {3} in {4}. {5}, {6}, pleaded \
               guilty in {7} to one count of armed robbery, prosecutors said. He walked into the {3} on {8}, \
               showed a handgun and left with about ${9} in cash. Officers arrested him two days later after a \
               clerk picked him out of a photo lineup. Judge {10} also ordered him to pay restitution and to \
               serve three years of supervised release.",
        events: &[
            "Fairmont|12|Wednesday|bank|Clinton|Wesley Tran|34|May|Jan. 11|4,300|Helen Marsh",
            "Oakdale|7|Monday|pharmacy|Rosedale|Patrick Kimball|27|August|March 2|610|\
             Raymond Ortiz",
        ],
    },
    Template {
        name: "recalls",
        text: "{0} is recalling about {1} {2} sold in the United States because of a risk that {3}, the safety \
               regulator said on {4}. The recall covers models made between {5} and {6}. The company said it knows \
               of {7} complaints and {8} injuries. Owners will be notified by mail from {9} and dealers will \
               make repairs at no cost. Customers can call the company at {10} for more information.",
        events: &[
            "Toyota|310,000|Sienna minivans|sliding doors can open while driving|Tuesday|2011|\
             2016|54|four|January|800-555-0119",
            "Ford|68,000|Escape crossovers|a coolant leak can start a fire|Friday|2014|2015|29|\
             no|April|800-555-0177",
        ],
    },
    Template {
        name: "one firm, two quarters, alone",
        text: "Halvorsen Paper reported {0}-quarter net profit of {1} billion kroner, above what analysts had \
               forecast. Sales rose {2} percent. The shares gained in late trading. The company raised its dividend \
               and left its outlook for the year as it was.",
        events: &["first|3.4|12", "second|2.9|8", "third|4.1|15"],
    },
    Template {
        name: "attacks, numbers in words, alone",
        text: "{0} people were killed and {1} wounded when a bomb went off in a market in the capital on {2}, the \
               interior ministry said. Nobody has said who was behind the attack. Ambulances took the wounded to \
               hospital.",
        events: &["Two|eleven|Monday", "Nine|forty|Thursday"],
    },
    Template {
        name: "quakes, one name, alone",
        text: "A strong earthquake struck off the coast of {0}, officials said. No tsunami warning was issued, and \
               there were no reports of damage.",
        events: &["Guam", "Fiji", "Tonga"],
    },
    Template {
        name: "warnings, all capitals, alone",
        text: "THE NATIONAL WEATHER SERVICE HAS ISSUED A SEVERE THUNDERSTORM WARNING FOR {0} COUNTY UNTIL {1} PM. AT \
               {2} PM A SEVERE THUNDERSTORM WAS LOCATED NEAR {3}, MOVING EAST AT {4} MPH. WINDS OF {5} MPH AND HAIL \
               ARE POSSIBLE. TAKE SHELTER IN A STURDY BUILDING AND STAY AWAY FROM WINDOWS.",
        events: &[
            "DUNMORE|6:45|6:02|HARTLEY|35|60",
            "WEXLEY|10:15|9:31|OLD FERRY|45|70",
        ],
    },
    Template {
        name: "fires, no capitals, alone",
        text: "a fire broke out in a flat in {0} on {1} and {2} people were taken to hospital, firefighters said. the \
               cause is not known.",
        events: &["lisbon|monday|two", "madrid|friday|six"],
    },
    Template {
        name: "shootings outside one bar, alone",
        text: "A man was shot dead outside a bar in Toledo on {0} night, police said. The victim, {1}, {2}, died at \
               the scene. Detectives are looking for a gunman who fled on foot. Anyone with information is asked to \
               call police.",
        events: &["Saturday|John Miller|34", "Tuesday|Peter Novak|51"],
    },
];

/// Reports of one event that differ as such reports do.
pub(crate) struct OneEvent {
    pub(crate) name: &'static str,
    pub(crate) reports: &'static [&'static str],
}

pub(crate) const ONE_EVENT: &[OneEvent] = &[
    OneEvent {
        name: "a death toll corrected",
        reports: &[
            "At least 12 people were killed and 30 injured when a coach plunged into a ravine near Arequipa in \
             southern Peru on Sunday, police said. The coach was on its way from Lima to Arequipa with 48 passengers \
             when it left the road at about 5 a.m. Rescuers were still searching the wreck, fire chief Hugo Paredes \
             told RPP radio.",
            "At least 15 people were killed and 26 injured when a coach plunged into a ravine near Arequipa in \
             southern Peru on Sunday, police said. The coach was on its way from Lima to Arequipa with 48 passengers \
             when it left the road at about 5 a.m. Rescuers were still searching the wreck, fire chief Hugo Paredes \
             told RPP radio.",
            "CORRECTED: At least 15 people were killed and 27 injured when a coach plunged into a ravine near Arequipa \
             in southern Peru on Sunday, police said, lowering an earlier toll of 16. The coach was on its way from \
             Lima to Arequipa with 52 passengers when it left the road at about 4.30 a.m. The search of the wreck \
             has ended, fire chief Hugo Paredes told RPP radio.",
        ],
    },
    OneEvent {
        name: "a quake's figures revised",
        reports: &[
            "A magnitude 6.4 earthquake struck off the coast of Chile on 4 March, the US Geological Survey said. The \
             quake hit at a depth of 35 kilometres, about 62 kilometres from Valparaíso. There were no immediate reports \
             of damage or casualties, and no tsunami warning was issued. Officials in Santiago said they were assessing \
             the situation.",
            "A magnitude 6.2 earthquake struck off the coast of Chile on 4 March, the US Geological Survey said. The \
             quake hit at a depth of 40 kilometres, about 70 kilometres from Valparaíso. There were reports of minor \
             damage but no casualties, and no tsunami warning was issued. Officials in Santiago said three people had \
             been treated for shock.",
        ],
    },
    OneEvent {
        name: "a victim named later",
        reports: &[
            "A 23-year-old man was shot and killed Tuesday night in the 400 block of Garfield Avenue, Millbrook police \
             said. Officers responding to a report of gunfire around 9:40 p.m. found the man lying on the sidewalk with \
             a gunshot wound to the chest. He was taken to St. Anne's Hospital, where he was pronounced dead. No arrests \
             have been made. Anyone with information is asked to call Millbrook police.",
            "Millbrook police have identified the man who was shot and killed Tuesday night in the 400 block of Garfield \
             Avenue as Darnell Price, 23, of Millbrook. Officers responding to a report of gunfire around 9:40 p.m. found \
             Price lying on the sidewalk with a gunshot wound to the chest. He was taken to St. Anne's Hospital, where he \
             was pronounced dead. Police said on Thursday that Kyle Jennings, 31, had been arrested and charged with murder.",
        ],
    },
    OneEvent {
        name: "results told twice",
        reports: &[
            "Acme Corp reported first-quarter net income of $212 million, or 84 cents a share, compared with $187 million \
             a year earlier. Revenue rose 6 percent to $1.9 billion. Analysts on average had expected earnings of 80 cents \
             a share. Shares of the company, based in Toledo, rose 3.1 percent in early trading.",
            "Acme Corp's profit climbed 13 percent in the first quarter to $212 million as revenue at the Toledo-based \
             company rose to $1.9 billion. Earnings of 84 cents a share beat the 80 cents that analysts had forecast, \
             and Acme shares gained 2.8 percent by noon.",
        ],
    },
    OneEvent {
        name: "a match report rewritten late",
        reports: &[
            "Harrow Town beat Denby Rovers 2-1 on Saturday to move three points clear at the top of the table. Callum Voss \
             opened the scoring in the 17th minute with a header from a corner, and Idris Bello added a second from the \
             penalty spot after the break. The visitors pulled one back late on through Tom Achterberg but could not find \
             an equaliser. Harrow Town travel to Milford next weekend.",
            "Harrow Town beat Denby Rovers 2-1 on Saturday to move three points clear at the top of the table. Callum Voss \
             opened the scoring after 18 minutes with a header from Piet Jansen's corner, and Idris Bello added a second \
             from the penalty spot after the break before a crowd of 9,400. Denby pulled one back through Tom Achterberg, \
             his 12th of the season, but manager Gavin Stroud saw two men sent off. Harrow Town travel to Milford next \
             weekend.",
        ],
    },
    OneEvent {
        name: "one report from two newsrooms",
        reports: &[
            "A 19-year-old woman was pulled alive from the rubble of a flat in Izmir on Tuesday, 33 hours after the building \
             came down, Turkey's disaster agency AFAD said. Rescuers carried Elif Kaya out on a stretcher as onlookers \
             clapped. Eleven bodies have been found at the site so far.",
            "Rescue workers in Izmir have freed a teenager who spent more than 30 hours under a collapsed apartment block. \
             Elif Kaya, a student, was conscious and asked for water, the agency AFAD said on Tuesday. At least 11 people died \
             when the six-storey building fell.",
        ],
    },
    OneEvent {
        name: "a toll that rises, and no name",
        reports: &[
            "At least 12 people were killed in a factory fire, officials said. Workers jumped from windows to escape \
             the flames, and the search of the building went on.",
            "At least 17 people were killed in a factory fire, officials said. Workers jumped from windows to escape \
             the flames, and the search of the building went on.",
        ],
    },
    OneEvent {
        name: "a toll in words",
        reports: &[
            "Two people were killed and eleven wounded when a bomb went off in a market in the capital on Sunday, the \
             defence ministry said. Shops nearby were closed.",
            "Three people were killed and fourteen wounded when a bomb went off in a market in the capital on Sunday, \
             the defence ministry said. Shops nearby were closed.",
        ],
    },
    OneEvent {
        name: "a name spelled otherwise",
        reports: &[
            "Police arrested Jon Smyth in Leeds on Wednesday over the theft of 40 bicycles, officers said.",
            "Police arrested John Smith in Leeds on Wednesday over the theft of 40 bicycles, officers said.",
        ],
    },
];

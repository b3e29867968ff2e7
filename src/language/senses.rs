//! English words that decide what a sentence claims: what became of somebody, whether it is denied, how sure it
//! is, and of how many it holds.

/// Words for one state or act a line; a word of one line says something else than a word of another line of the
/// same block. Blocks are parted by an empty line.
pub(crate) const STATES: &str = "\
kill killed kills killing die died dies dying dead death deaths slain fatal fatally
injure injured injures injuring injuries hurt wound wounded wounds wounding
missing disappeared
alive survive survived survives survivor survivors unharmed unhurt
rescued freed trapped evacuated
kidnapped abducted captured

arrest arrested arrests detained custody jailed behind
question questioned questioning interviewed
charge charged charges indicted accused
convict convicted guilty
acquit acquitted cleared innocent
sentenced sentence
release released
sought wanted hunted manhunt searching search

murder murdered
manslaughter
suicide
accident accidental accidentally

all every everyone everybody
some several few many most
none nobody neither
half

double doubled doubles
halve halved halves
triple tripled triples

rise rises rose risen increase increased increases gain gained gains climbed up
fall falls fell fallen drop dropped drops decline declined declines decrease decreased lost down
unchanged

approve approved approves accept accepted accepts pass passed backed
reject rejected rejects refuse refused refuses denied vetoed opposed

open opened opens reopen reopened
close closed closes shut

win won wins beat beats
lose loses defeated

terrorist terrorists terrorism
militant militants
gunman gunmen shooter shooters
rebel rebels insurgent insurgents
protester protesters demonstrators activists
rioter rioters mob

nurse nurses
doctor doctors physician
teacher teachers
officer officers cop cops policeman policemen
soldier soldiers
";

/// Words that deny.
pub(crate) const NEGATIONS: &str = "cannot deny denied denies denying fail failed fails neither never no nobody \
    none nor not nothing refuse refused refuses unable without hoax false";

/// Words that say how sure something is.
pub(crate) const HEDGES: &str = "alleged allegedly alleges apparent apparently appears believed believes claim \
    claimed claims confirm confirmed confirms could expected feared likely may maybe might perhaps possible possibly \
    presumed probably purported purportedly reported reportedly reputed rumored rumors rumoured seem seems suspect \
    suspected suspects thought unconfirmed unverified verified";

/// Words that say when, besides months and weekdays.
pub(crate) const TIMES: &str = "afternoon ago dawn dusk earlier evening midday midnight month morning night noon \
    recently today tomorrow tonight week weekend year yesterday";

/// Words for a number or a range of numbers, besides those that count.
pub(crate) const NUMBERS: &str = "both dozen dozens hundred hundreds million millions billion billions once scores \
    thousand thousands thrice twice";

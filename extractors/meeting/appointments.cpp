#include "extractors/meeting/appointment_list.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kAppointmentsDoc = R"md(
Who holds which office: by sentences that tell of an appointment, by lines "Chair: …" and by tables
of groups with their chairs or rapporteurs. A person named twice for one office is one fact.

```document
TSAG appointed Ines Sample, Example Academy of Communications (EAC), Kestria as the JCA-EX Chairman and Mr Tom Probe, Veldania as the JCA-EX vice-chairman.
Chairman: Ines Sample, Example Academy of Communications (EAC), Kestria
The meeting appointed Oriane Model (Copper Inc.) as editor of the roadmap until 2026-12-31.
TSAG appointed Ms Ada First (NEC, Japan), Mr Bob Second (Telefon AB, Sweden) and Mr Cy Third (Kestria) as representatives to the SPCG in December 2022.
```

```facts
{"person": "Ines Sample", "office": "Chairman", "body": "JCA-EX", "affiliation": "Example Academy of Communications (EAC), Kestria"}
{"person": "Tom Probe", "office": "vice-chairman", "body": "JCA-EX", "affiliation": "Veldania"}
{"person": "Oriane Model", "office": "editor of the roadmap", "affiliation": "Copper Inc.", "until": "2026-12-31"}
{"person": "Ada First", "office": "representatives", "body": "SPCG", "affiliation": "NEC", "country": "Japan"}
{"person": "Bob Second", "office": "representatives", "body": "SPCG", "affiliation": "Telefon AB", "country": "Sweden"}
{"person": "Cy Third", "office": "representatives", "body": "SPCG", "affiliation": "Kestria"}
```

```document
Table 4 - Other groups
|| Title of the group | (Co-)chair(s) | Vice-chairs |
| Focus Group on examples (FG-EX) | T. Ada Sample (USA) | Mr Luo (Noah) Zhong (Huawei, China)\nDan Model (Kestria, from 03/2022 to 01/2024) |
| Other Group (OG) | Chair: Eve Probe (A, B) (from 01/2024); Fay Test (C)\nVice-chair: Gus Case (D) | - |
```

```facts
{"person": "T. Ada Sample", "office": "chair", "body": "FG-EX", "affiliation": "USA"}
{"person": "Luo (Noah) Zhong", "office": "Vice-chair", "body": "FG-EX", "affiliation": "Huawei", "country": "China"}
{"person": "Dan Model", "office": "Vice-chair", "affiliation": "Kestria", "from": "2022-03", "until": "2024-01"}
{"person": "Eve Probe", "office": "Chair", "body": "OG", "affiliation": "A, B", "from": "2024-01"}
{"person": "Fay Test", "office": "Chair", "affiliation": "C"}
{"person": "Gus Case", "office": "Vice-chair", "affiliation": "D"}
```

```document
The meeting confirmed the appointment of Dr. J. K. Sample (ETRI, Korea (Republic of)) as co-Rapporteur for Question 7/11.
Ms Mona Essai (Orange, France) was re-elected as Vice-chair of WP2/11 for the period 2025-2028.
Mr Ole Probe has stepped down as editor of Q.3999 on 1 April 2023.
Mr Chen Test (ZTE, China) replaces Ms Wu Case (ZTE, China) as Associate Rapporteur of Q2/11, with effect from 1 May 2023.
SG11 elected Mr A. Model (Kestria) Chair until the end of 2026, replacing Ms Fay Test.
Co-Chairs: Ada First, Bob Second
If Ms Ada First is elected as Chair, she will resign as editor.
The Chair shall be elected by the members.
```

```facts
{"person": "J. K. Sample", "office": "co-Rapporteur", "body": "Q7/11", "affiliation": "ETRI", "country": "Korea (Republic of)"}
{"person": "Mona Essai", "office": "Vice-chair", "body": "WP2/11", "from": "2025", "until": "2028"}
{"person": "Ole Probe", "office": "editor of Q.3999", "until": "2023-04-01"}
{"person": "Chen Test", "office": "Associate Rapporteur", "body": "Q2/11", "from": "2023-05-01"}
{"person": "Wu Case", "office": "Associate Rapporteur", "body": "Q2/11", "affiliation": "ZTE", "until": "2023-05-01"}
{"person": "A. Model", "office": "Chair", "body": "SG11", "until": "2026"}
{"person": "Fay Test", "office": "Chair", "body": "SG11"}
{"person": "Ada First", "office": "Co-Chair"}
{"person": "Bob Second", "office": "Co-Chair"}
```

```document
|| Name | Role | Country | Term of office |
| Ms Ritu Model | Chair | India | 2022-2024 |
| Mr Ivan Probe | Vice-Chair, WP1/13 | Kestria | until 2026 |
| Mr Joe Case | Delegate | Canada | |
```

```facts
{"person": "Ritu Model", "office": "Chair", "country": "India", "from": "2022", "until": "2024"}
{"person": "Ivan Probe", "office": "Vice-Chair", "body": "WP1/13", "affiliation": "Kestria", "until": "2026"}
```

```document
Le GT 1 a nommé M. Jean Cas (France) rapporteur pour la Question 3/13, et la réunion s'est félicitée de ce choix dans le cadre de ses travaux.
Mme Ada Modèle (Suisse) a été élue présidente de la CE 13.
```

```facts
{"person": "Jean Cas", "office": "rapporteur", "body": "Q3/13"}
{"person": "Ada Modèle", "office": "présidente", "body": "CE 13"}
```

```document
The group met four times chaired by Mr Ada B. SAMPLE, Kestria (Kingdom of), assisted by Vice-chairs Mr Bob TEST (Veldania, from 01/2024), Mr Cy CASE (Norland) and Dan MODEL (Sundmark).
```

```facts
{"person": "Ada B. SAMPLE", "office": "chair", "affiliation": "Kestria (Kingdom of)"}
{"person": "Bob TEST", "office": "Vice-chair", "affiliation": "Veldania", "from": "2024-01"}
{"person": "Cy CASE", "office": "Vice-chair"}
{"person": "Dan MODEL", "office": "Vice-chair"}
```
)md";

constexpr WordingKey kLists[] = {{"numbers", "numbers in words, from none on"}};

constexpr WordingKey kPatterns[] = {
    {"trigger", "a paragraph worth looking at for offices", LookIn::blocks},
    {"not", "a sentence that appoints nobody: rules, conditions, questions"},
    {"predecessor", "the end of a sentence that tells who is replaced; group people"},
    {"term", "how long an office is held; groups dates and years"},
    {"votes", "the end of a sentence that counts the votes"},
    {"second-act", "a second appointment in one sentence; group rest"},
    {"then-office", "an office behind the bracket of a person; group office"},
    {"replaced", "a sentence in which one takes over from another; groups new, old and office"},
    {"left", "a sentence in which somebody leaves an office; groups people, office and when"},
    {"named", "a sentence with one office behind its people; groups people, office and by"},
    {"act", "a sentence that appoints; groups people (who and as what) and by"},
    {"chaired", "who was in the chair; groups body, chair, office and others"},
    {"list-lead",
     "a paragraph that announces a list of appointments; groups by, and office of all of them",
     LookIn::blocks},
    {"item", "a line of such a list; groups people (who and as what), or people and of"},
    {"line", "a line with an office and who holds it; groups office, plural, body and people"},
    {"next-office", "what stands between two offices of one line; group rest: from the second on"},
    {"is-office", "words that name an office"},
    {"own-office", "an office that a group fills for itself"},
    {"office", "what stands after 'as'; groups office, body, from and until"},
    {"next-person", "what stands between an office and the next person"},
    {"person", "one person of a list; groups person, affiliation and tenure"},
    {"no-person", "what begins like a name and is another thing"},
    {"state", "a country with its form of government; group name"},
    {"title", "a form of address before a name; group name"},
    {"title-fr", "the same in texts in French only; group name"},
    {"tenure", "when an office is held; groups before, from and until"},
    {"address", "an e-mail address or a telephone number of a person"},
    {"nobody", "what stands in a list that is empty"},
    {"abbreviation", "a group's abbreviation after its name; group abbreviation"},
    {"mentioned", "a person of whom the next sentence may say \"he\"; group people"},
    {"pronoun", "a sentence that gives such a person an office; group office"},
    {"told", "people named with their office; groups people and office"},
    {"office-row", "the name of another office in the column of groups; groups office and body"},
    {"affiliation-line", "a line below a name that says of whom"},
    {"body-column", "header of the column of groups"},
    {"office-column", "header of a column of office holders; groups office and plural"},
    {"office-label", "a cell with an office, with who holds it beside it; group office"},
    {"person-column", "header of the column of people, where each has an office"},
    {"role-column", "header of the column of offices"},
    {"affiliation-column", "header of the column of organizations"},
    {"country-column", "header of the column of countries"},
    {"of-column", "header of the column of groups, where each row is a person"},
    {"term-column", "header of the column of terms of office"},
    {"family-name-column", "header of the column of family names, where others stand before it"},
    {"from-column", "header of the column of days on which offices began"},
    {"until-column", "header of the column of days on which offices end"},
};

}  // namespace

extern const Extractor kAppointmentsExtractor;
const Extractor kAppointmentsExtractor = {.id = "appointments",
                                          .summary = "who holds which office of which group",
                                          .extract = read_appointments,
                                          .doc = kAppointmentsDoc,
                                          .lists = kLists,
                                          .patterns = kPatterns};

}  // namespace rapporteur

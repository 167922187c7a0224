<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>CaseWords</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>tag: value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not: %1</source>
        <translation>nicht: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n signature(s))</source>
        <translation>
            <numerusform>%1 (%n Signatur)</numerusform>
            <numerusform>%1 (%n Signaturen)</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing at all</source>
        <translation>gar nichts</translation>
    </message>
    <message>
        <source>Any version</source>
        <translation>Jede Version</translation>
    </message>
    <message>
        <source>A version with %1</source>
        <translation>Eine Version mit %1</translation>
    </message>
    <message>
        <source>%1 could pass %2 where it could not before.</source>
        <translation>%1 könnte %2 durchlaufen, wo das bisher nicht ging.</translation>
    </message>
    <message>
        <source>%1 could pass %2 without: %3.</source>
        <translation>%1 könnte %2 durchlaufen ohne: %3.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>%1, and for the weakening %2</source>
        <translation>%1, und für die Schwächung %2</translation>
    </message>
    <message>
        <source>%1; then a cool-off of %2</source>
        <translation>%1; dann eine Bedenkzeit von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weakening(s)</source>
        <translation>
            <numerusform>%n Schwächung</numerusform>
            <numerusform>%n Schwächungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConditionWords</name>
    <message>
        <source>All of these</source>
        <translation>Alle diese</translation>
    </message>
    <message>
        <source>Any of these</source>
        <translation>Eine von diesen</translation>
    </message>
    <message numerus="yes">
        <source>At least %n of these</source>
        <translation>
            <numerusform>Mindestens %n von diesen</numerusform>
            <numerusform>Mindestens %n von diesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Not</source>
        <translation>Nicht</translation>
    </message>
    <message>
        <source>When %1</source>
        <translation>Wenn gilt: %1</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n role(s)</source>
        <translation>
            <numerusform>%n Rolle</numerusform>
            <numerusform>%n Rollen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>1 of 2 roles</comment>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n condition(s)</source>
        <translation>
            <numerusform>%n Bedingung</numerusform>
            <numerusform>%n Bedingungen</numerusform>
        </translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n Feld</numerusform>
            <numerusform>%n Felder</numerusform>
        </translation>
    </message>
    <message>
        <source>registry&apos;s budget</source>
        <translation>Budget der Registry</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>not %1</source>
        <translation>nicht %1</translation>
    </message>
    <message>
        <source>%1 is at least %2</source>
        <translation>%1 ist mindestens %2</translation>
    </message>
    <message>
        <source>%1 is at most %2</source>
        <translation>%1 ist höchstens %2</translation>
    </message>
    <message>
        <source>%1 is not %2</source>
        <translation>%1 ist nicht %2</translation>
    </message>
    <message>
        <source>%1 is one of %2</source>
        <translation>%1 ist eins von %2</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 ist %2</translation>
    </message>
    <message>
        <source>Metric against a bound</source>
        <translation>Messgröße gegen eine Grenze</translation>
    </message>
    <message>
        <source>Metric against a baseline</source>
        <translation>Messgröße gegen einen Vergleichsstand</translation>
    </message>
    <message>
        <source>Signal is as expected</source>
        <translation>Signal ist wie erwartet</translation>
    </message>
    <message>
        <source>Evidence is attached</source>
        <translation>Beleg ist beigefügt</translation>
    </message>
    <message>
        <source>Registry entry is complete</source>
        <translation>Registry-Eintrag ist vollständig</translation>
    </message>
    <message>
        <source>Data contracts hold</source>
        <translation>Datenverträge sind eingehalten</translation>
    </message>
    <message>
        <source>Cost within budget</source>
        <translation>Kosten im Budget</translation>
    </message>
    <message>
        <source>Provenance and signature</source>
        <translation>Herkunft und Signatur</translation>
    </message>
    <message>
        <source>Runs agree</source>
        <translation>Läufe stimmen überein</translation>
    </message>
    <message>
        <source>ML Test Score</source>
        <translation>ML Test Score</translation>
    </message>
    <message>
        <source>Time in a stage</source>
        <translation>Zeit in einer Stufe</translation>
    </message>
    <message>
        <source>Number of samples</source>
        <translation>Größe der Stichprobe</translation>
    </message>
    <message>
        <source>Guardrails stayed clean</source>
        <translation>Leitplanken blieben unverletzt</translation>
    </message>
    <message>
        <source>Rollback was rehearsed</source>
        <translation>Rollback wurde geprobt</translation>
    </message>
    <message>
        <source>No open findings</source>
        <translation>Keine offenen Befunde</translation>
    </message>
    <message>
        <source>Fact of the ledger</source>
        <translation>Fakt aus dem Hauptbuch</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>A reported number against a fixed bound. Pending while it is missing, too old, or not a number.</source>
        <translation>Eine gemeldete Zahl gegen eine feste Grenze. Ausstehend, solange sie fehlt, zu alt oder keine Zahl ist.</translation>
    </message>
    <message>
        <source>A reported number against the version in production, or another baseline. Pending while either is missing.</source>
        <translation>Eine gemeldete Zahl gegen die Version in Produktion oder einen anderen Vergleichsstand. Ausstehend, solange eines von beiden fehlt.</translation>
    </message>
    <message>
        <source>A signal that a pipeline reports as true or false. Pending while it is missing.</source>
        <translation>Ein Signal, das eine Pipeline als wahr oder falsch meldet. Ausstehend, solange es fehlt.</translation>
    </message>
    <message>
        <source>Files of one kind are attached to this version. Pending while there are too few, or they are too old.</source>
        <translation>Dateien einer Art sind dieser Version beigefügt. Ausstehend, solange es zu wenige sind oder sie zu alt sind.</translation>
    </message>
    <message>
        <source>Members of the registry entry that must be filled in.</source>
        <translation>Felder des Registry-Eintrags, die ausgefüllt sein müssen.</translation>
    </message>
    <message>
        <source>Violations that a pipeline counted. A model that declares no contract does not pass.</source>
        <translation>Verletzungen, die eine Pipeline gezählt hat. Ein Modell, das keinen Datenvertrag nennt, besteht nicht.</translation>
    </message>
    <message>
        <source>The projected cost against a budget, and against production.</source>
        <translation>Die erwarteten Kosten gegen ein Budget und gegen die Produktion.</translation>
    </message>
    <message>
        <source>The bytes match their digest, are signed, and were built as the level says.</source>
        <translation>Die Bytes passen zu ihrem Digest, sind signiert und wurden gebaut, wie das Level es verlangt.</translation>
    </message>
    <message>
        <source>Several runs of the same inputs agree within a tolerance.</source>
        <translation>Mehrere Läufe mit denselben Eingaben stimmen innerhalb einer Toleranz überein.</translation>
    </message>
    <message>
        <source>The least of the four section scores, under one rubric.</source>
        <translation>Die kleinste der vier Abschnittspunktzahlen, nach einem Bewertungsraster.</translation>
    </message>
    <message>
        <source>How long the version has been in a stage, with the same bytes.</source>
        <translation>Wie lange die Version in einer Stufe ist, mit denselben Bytes.</translation>
    </message>
    <message>
        <source>How much traffic it has seen in a stage.</source>
        <translation>Wie viel Verkehr sie in einer Stufe gesehen hat.</translation>
    </message>
    <message>
        <source>The guardrails were watched, and none was breached.</source>
        <translation>Die Leitplanken wurden beobachtet, und keine wurde verletzt.</translation>
    </message>
    <message>
        <source>Somebody has rehearsed the way back, lately and fast enough.</source>
        <translation>Jemand hat den Rückweg geprobt, vor Kurzem und schnell genug.</translation>
    </message>
    <message>
        <source>No more open findings than these.</source>
        <translation>Nicht mehr offene Befunde als diese.</translation>
    </message>
    <message>
        <source>Something that the ledger itself shows.</source>
        <translation>Etwas, das das Hauptbuch selbst zeigt.</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Messgröße</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Teilgruppe</translation>
    </message>
    <message>
        <source>Slices that must be there</source>
        <translation>Teilgruppen, die da sein müssen</translation>
    </message>
    <message>
        <source>Least number of slices</source>
        <translation>Mindestzahl der Teilgruppen</translation>
    </message>
    <message>
        <source>Not older than</source>
        <translation>Nicht älter als</translation>
    </message>
    <message>
        <source>Not older than (days)</source>
        <translation>Nicht älter als (Tage)</translation>
    </message>
    <message>
        <source>While it is missing</source>
        <translation>Solange etwas fehlt</translation>
    </message>
    <message>
        <source>Signs when it is weakened</source>
        <translation>Signiert bei Schwächung</translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>Gemeldet von</translation>
    </message>
    <message>
        <source>Not by who registered the version</source>
        <translation>Nicht von dem, der die Version registriert hat</translation>
    </message>
    <message>
        <source>Requirements served</source>
        <translation>Erfüllte Anforderungen</translation>
    </message>
    <message>
        <source>Signed by (any of)</source>
        <translation>Signiert von (eine davon)</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>Named persons</source>
        <translation>Benannte Personen</translation>
    </message>
    <message>
        <source>Not the proposer</source>
        <translation>Nicht die vorschlagende Person</translation>
    </message>
    <message>
        <source>Nobody who made the version</source>
        <translation>Niemand, der zur Version beigetragen hat</translation>
    </message>
    <message>
        <source>Nobody who approved</source>
        <translation>Niemand, der genehmigt hat</translation>
    </message>
    <message>
        <source>Asked only after</source>
        <translation>Erst verlangt nach</translation>
    </message>
    <message>
        <source>The signature holds for</source>
        <translation>Die Signatur gilt für</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>What is signed, word by word</source>
        <translation>Was signiert wird, Wort für Wort</translation>
    </message>
    <message>
        <source>Least length of the comment</source>
        <translation>Mindestlänge des Kommentars</translation>
    </message>
    <message>
        <source>Evidence that must be opened</source>
        <translation>Belege, die geöffnet sein müssen</translation>
    </message>
    <message>
        <source>A rejection</source>
        <translation>Eine Ablehnung</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Delegation</source>
        <translation>Vertretung</translation>
    </message>
    <message>
        <source>Kind of evidence</source>
        <translation>Art des Belegs</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>Names this version&apos;s bytes</source>
        <translation>Nennt die Bytes dieser Version</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signiert</translation>
    </message>
    <message>
        <source>Not by the proposer</source>
        <translation>Nicht von der vorschlagenden Person</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Datenvertrag</translation>
    </message>
    <message>
        <source>Violations at most</source>
        <translation>Verletzungen höchstens</translation>
    </message>
    <message>
        <source>Rate of violations at most</source>
        <translation>Verletzungsrate höchstens</translation>
    </message>
    <message>
        <source>Counted from</source>
        <translation>Gezählt ab</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>More than production at most</source>
        <translation>Mehr als Produktion höchstens</translation>
    </message>
    <message>
        <source>Artifact</source>
        <translation>Artefakt</translation>
    </message>
    <message>
        <source>SLSA build level at least</source>
        <translation>SLSA-Build-Level mindestens</translation>
    </message>
    <message>
        <source>Runs at least</source>
        <translation>Läufe mindestens</translation>
    </message>
    <message>
        <source>Of the same</source>
        <translation>Bei gleichen Eingaben</translation>
    </message>
    <message>
        <source>By different services</source>
        <translation>Von verschiedenen Diensten</translation>
    </message>
    <message>
        <source>Rubric</source>
        <translation>Bewertungsraster</translation>
    </message>
    <message>
        <source>Score at least</source>
        <translation>Punktzahl mindestens</translation>
    </message>
    <message>
        <source>Sections at least</source>
        <translation>Abschnitte mindestens</translation>
    </message>
    <message>
        <source>Tests that must score</source>
        <translation>Tests, die Punkte bringen müssen</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Without a break</source>
        <translation>Ohne Unterbrechung</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>At a traffic share of at least (%)</source>
        <translation>Bei einem Verkehrsanteil von mindestens (%)</translation>
    </message>
    <message>
        <source>Guardrails</source>
        <translation>Leitplanken</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Watched at least (share)</source>
        <translation>Beobachtet mindestens (Anteil)</translation>
    </message>
    <message>
        <source>Rollbacks at most</source>
        <translation>Rollbacks höchstens</translation>
    </message>
    <message>
        <source>Breached samples at most</source>
        <translation>Messpunkte mit Verletzung höchstens</translation>
    </message>
    <message>
        <source>The ramp was completed</source>
        <translation>Die Rampe wurde abgeschlossen</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>Rückweg</translation>
    </message>
    <message>
        <source>Took at most</source>
        <translation>Dauerte höchstens</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>Valid while unchanged</source>
        <translation>Gültig, solange unverändert</translation>
    </message>
    <message>
        <source>Open at most</source>
        <translation>Offen höchstens</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Fakt</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Vergleichsstand</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Better is</source>
        <translation>Besser ist</translation>
    </message>
    <message>
        <source>May be worse by</source>
        <translation>Darf schlechter sein um</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gerechnet</translation>
    </message>
    <message>
        <source>Least baseline that is counted with</source>
        <translation>Kleinster Vergleichswert, mit dem gerechnet wird</translation>
    </message>
    <message>
        <source>Without a baseline</source>
        <translation>Ohne Vergleichsstand</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation>Eröffnet von</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>One person counts</source>
        <translation>Eine Person zählt</translation>
    </message>
    <message>
        <source>Waits for freezes</source>
        <translation>Beachtet Änderungssperren</translation>
    </message>
    <message>
        <source>A proposal lives</source>
        <translation>Ein Vorschlag gilt</translation>
    </message>
    <message>
        <source>Answer times</source>
        <translation>Antwortzeiten</translation>
    </message>
    <message>
        <source>Answer within</source>
        <translation>Antwort innerhalb von</translation>
    </message>
    <message>
        <source>Remind every</source>
        <translation>Erinnern alle</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>Eskalation</translation>
    </message>
    <message>
        <source>When time is over</source>
        <translation>Nach Ablauf der Zeit</translation>
    </message>
    <message>
        <source>Why it is so</source>
        <translation>Warum es so ist</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Stands in while nobody holds it</source>
        <translation>Ersatz, solange sie unbesetzt ist</translation>
    </message>
    <message>
        <source>Never together with</source>
        <translation>Nie zusammen mit</translation>
    </message>
    <message>
        <source>Signs for new holders</source>
        <translation>Signiert für neue Mitglieder</translation>
    </message>
    <message>
        <source>Holders at least</source>
        <translation>Mitglieder mindestens</translation>
    </message>
    <message>
        <source>Row of the RACI matrix</source>
        <translation>Zeile der RACI-Matrix</translation>
    </message>
    <message>
        <source>If missing, read as</source>
        <translation>Wenn es fehlt, gelesen als</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Verlangt</translation>
    </message>
    <message>
        <source>Values, least strict first</source>
        <translation>Werte, am wenigsten streng zuerst</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Who may propose a policy</source>
        <translation>Wer eine Richtlinie vorschlagen darf</translation>
    </message>
    <message>
        <source>Cool-off after a weakening</source>
        <translation>Bedenkzeit nach einer Schwächung</translation>
    </message>
    <message>
        <source>Protected roles</source>
        <translation>Geschützte Rollen</translation>
    </message>
    <message>
        <source>Transitions</source>
        <translation>Übergänge</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>Dauert</translation>
    </message>
    <message>
        <source>Authorised by</source>
        <translation>Autorisiert von</translation>
    </message>
    <message>
        <source>Dies unused after</source>
        <translation>Verfällt ungenutzt nach</translation>
    </message>
    <message>
        <source>it waits</source>
        <translation>ausstehend</translation>
    </message>
    <message>
        <source>it fails</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>stops the promotion</source>
        <translation>hält die Freigabe an</translation>
    </message>
    <message>
        <source>is only recorded</source>
        <translation>wird nur festgehalten</translation>
    </message>
    <message>
        <source>once in the whole gate</source>
        <translation>einmal im ganzen Gate</translation>
    </message>
    <message>
        <source>once in each condition</source>
        <translation>einmal in jeder Bedingung</translation>
    </message>
    <message>
        <source>by itself, once satisfied</source>
        <translation>von selbst, sobald erfüllt</translation>
    </message>
    <message>
        <source>by a person</source>
        <translation>durch eine Person</translation>
    </message>
    <message>
        <source>relative</source>
        <translation>relativ</translation>
    </message>
    <message>
        <source>absolute</source>
        <translation>absolut</translation>
    </message>
    <message>
        <source>higher</source>
        <translation>höher</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>niedriger</translation>
    </message>
    <message>
        <source>the proposal expires</source>
        <translation>der Vorschlag läuft ab</translation>
    </message>
    <message>
        <source>it stays open</source>
        <translation>er bleibt offen</translation>
    </message>
    <message>
        <source>the whole ramp</source>
        <translation>die ganze Rampe</translation>
    </message>
    <message>
        <source>the model&apos;s own domain</source>
        <translation>der eigene Bereich des Modells</translation>
    </message>
    <message>
        <source>each affected domain</source>
        <translation>jeder betroffene Bereich</translation>
    </message>
    <message>
        <source>ordered values</source>
        <translation>geordnete Werte</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
    <message>
        <source>Carried out by</source>
        <translation>Ausgeführt durch</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Signs every weakening</source>
        <translation>Signiert jede Schwächung</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Applies when</source>
        <translation>Gilt, wenn</translation>
    </message>
    <message>
        <source>May trigger it</source>
        <translation>Darf es auslösen</translation>
    </message>
    <message>
        <source>Also by a service</source>
        <translation>Auch durch einen Dienst</translation>
    </message>
    <message>
        <source>Stops rollbacks</source>
        <translation>Hält Rollbacks auf</translation>
    </message>
    <message>
        <source>Counts as a breach</source>
        <translation>Gilt als Verletzung</translation>
    </message>
    <message>
        <source>Checks to repeat</source>
        <translation>Zu wiederholende Prüfungen</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>In a row</source>
        <translation>In Folge</translation>
    </message>
    <message>
        <source>Steps a comparison may take</source>
        <translation>Schritte, die ein Vergleich brauchen darf</translation>
    </message>
    <message>
        <source>Core role</source>
        <translation>Kernrolle</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Drills</source>
        <translation>Übungen</translation>
    </message>
    <message>
        <source>Due within</source>
        <translation>Fällig innerhalb von</translation>
    </message>
    <message>
        <source>The editor may sign</source>
        <translation>Wer bearbeitet, darf signieren</translation>
    </message>
    <message>
        <source>Allowed at all</source>
        <translation>Überhaupt erlaubt</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Every (days)</source>
        <translation>Alle (Tage)</translation>
    </message>
    <message>
        <source>May be signed by</source>
        <translation>Darf aufgehoben werden durch</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Verkehr</translation>
    </message>
    <message>
        <source>Least value that is counted with</source>
        <translation>Kleinster Wert, mit dem gerechnet wird</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>Hold after a rollback</source>
        <translation>Halten nach einem Rollback</translation>
    </message>
    <message>
        <source>Open promotions</source>
        <translation>Offene Freigaben</translation>
    </message>
    <message>
        <source>Needs an incident</source>
        <translation>Braucht einen Vorfall</translation>
    </message>
    <message>
        <source>First stage</source>
        <translation>Erste Stufe</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>At most (days)</source>
        <translation>Höchstens (Tage)</translation>
    </message>
    <message>
        <source>Gap at most</source>
        <translation>Lücke höchstens</translation>
    </message>
    <message>
        <source>Newest sign of the store at most</source>
        <translation>Jüngstes Lebenszeichen des Speichers höchstens</translation>
    </message>
    <message>
        <source>Per model in 90 days at most</source>
        <translation>Je Modell in 90 Tagen höchstens</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Traffic at most (%)</source>
        <translation>Verkehr höchstens (%)</translation>
    </message>
    <message>
        <source>Persons at least</source>
        <translation>Personen mindestens</translation>
    </message>
    <message>
        <source>Samples at least</source>
        <translation>Messpunkte mindestens</translation>
    </message>
    <message>
        <source>Without data</source>
        <translation>Ohne Daten</translation>
    </message>
    <message>
        <source>Never skips</source>
        <translation>Überspringt nie</translation>
    </message>
    <message>
        <source>Tells</source>
        <translation>Benachrichtigt</translation>
    </message>
    <message>
        <source>What changes, and what it resets</source>
        <translation>Was sich ändert und was es zurücksetzt</translation>
    </message>
    <message>
        <source>When the review is overdue</source>
        <translation>Wenn die Prüfung überfällig ist</translation>
    </message>
    <message>
        <source>Out of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Overlays</source>
        <translation>Überlagerungen</translation>
    </message>
    <message>
        <source>Persons per role</source>
        <translation>Personen je Rolle</translation>
    </message>
    <message>
        <source>Id of the policy</source>
        <translation>Kennung der Richtlinie</translation>
    </message>
    <message>
        <source>Roles of the policy</source>
        <translation>Rollen der Richtlinie</translation>
    </message>
    <message>
        <source>Least length of the reason</source>
        <translation>Mindestlänge der Begründung</translation>
    </message>
    <message>
        <source>Puts back</source>
        <translation>Stellt wieder her</translation>
    </message>
    <message>
        <source>Plans the remedy</source>
        <translation>Plant die Abhilfe</translation>
    </message>
    <message>
        <source>Plan due within</source>
        <translation>Plan fällig innerhalb von</translation>
    </message>
    <message>
        <source>Reminds before (days)</source>
        <translation>Erinnert vorher (Tage)</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signiert von</translation>
    </message>
    <message>
        <source>One version at a time</source>
        <translation>Eine Version zur selben Zeit</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>Beginnt um</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>To holders of</source>
        <translation>An Inhaber von</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>Traffic (%)</source>
        <translation>Verkehr (%)</translation>
    </message>
    <message>
        <source>Trusted signers</source>
        <translation>Vertraute Unterzeichner</translation>
    </message>
    <message>
        <source>Outside time</source>
        <translation>Zeit von außen</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Anlauf</translation>
    </message>
    <message>
        <source>Weakening</source>
        <translation>Schwächung</translation>
    </message>
    <message>
        <source>Weekdays</source>
        <translation>Wochentage</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Ready to execute</source>
        <translation>Bereit zur Ausführung</translation>
    </message>
    <message>
        <source>%1 of %2 left</source>
        <translation>%1 von %2 offen</translation>
    </message>
    <message>
        <source>Expired @1</source>
        <translation>Abgelaufen %1</translation>
    </message>
    <message>
        <source>Executed @1 by %2</source>
        <translation>Ausgeführt %1 von %2</translation>
    </message>
    <message>
        <source>Withdrawn @1 by %2</source>
        <translation>Zurückgezogen %1 von %2</translation>
    </message>
    <message>
        <source>Superseded @1</source>
        <translation>Ersetzt %1</translation>
    </message>
    <message>
        <source>Refused by %1 in entry %2.</source>
        <translation>Abgelehnt von %1 in Eintrag %2.</translation>
    </message>
    <message>
        <source>Refused by %1</source>
        <translation>Abgelehnt von %1</translation>
    </message>
    <message>
        <source>Changes requested by %1</source>
        <translation>Änderungen angefordert von %1</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 Std.</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>vor %1 T.</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>am %1</translation>
    </message>
    <message>
        <source>Signature asked as %1</source>
        <translation>Signatur erbeten als %1</translation>
    </message>
    <message>
        <source>What you signed has changed. Signature asked again as %1</source>
        <translation>Was Sie signiert haben, hat sich geändert. Signatur erneut erbeten als %1</translation>
    </message>
    <message>
        <source>The gate is satisfied. It waits to be executed</source>
        <translation>Das Gate ist erfüllt. Die Freigabe wartet auf ihre Ausführung</translation>
    </message>
    <message>
        <source>Your proposal expires %1</source>
        <translation>Ihr Vorschlag läuft ab am %1</translation>
    </message>
    <message>
        <source>Policy change</source>
        <translation>Änderung der Richtlinie</translation>
    </message>
    <message>
        <source>It may weaken conditions of yours. Your signature is asked</source>
        <translation>Sie kann Bedingungen schwächen, die Ihnen gehören. Ihre Signatur ist erbeten</translation>
    </message>
    <message>
        <source>Your review is asked</source>
        <translation>Ihre Durchsicht ist erbeten</translation>
    </message>
    <message>
        <source>Change to people and keys</source>
        <translation>Änderung an Personen und Schlüsseln</translation>
    </message>
    <message>
        <source>Change to people and keys: %1</source>
        <translation>Änderung an Personen und Schlüsseln: %1</translation>
    </message>
    <message>
        <source>Endorsement asked as administrator; proposed by %1</source>
        <translation>Bestätigung erbeten als Administrator; vorgeschlagen von %1</translation>
    </message>
    <message>
        <source>Endorsement asked for a role that you hold or get; proposed by %1</source>
        <translation>Bestätigung erbeten für eine Rolle, die Sie haben oder bekommen; vorgeschlagen von %1</translation>
    </message>
    <message>
        <source>Executed by %1</source>
        <translation>Ausgeführt von %1</translation>
    </message>
    <message>
        <source>You approved it as %1</source>
        <translation>Sie haben als %1 genehmigt</translation>
    </message>
    <message>
        <source>You rejected it as %1</source>
        <translation>Sie haben als %1 abgelehnt</translation>
    </message>
    <message>
        <source>You asked for changes as %1</source>
        <translation>Sie haben als %1 Änderungen angefordert</translation>
    </message>
    <message>
        <source>Rolled back by %1. The remediation plan is due</source>
        <translation>Zurückgerollt von %1. Der Abhilfeplan ist fällig</translation>
    </message>
    <message>
        <source>Rolled back by %1</source>
        <translation>Zurückgerollt von %1</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Genehmigung</translation>
    </message>
    <message>
        <source>entry %1, result of %2</source>
        <translation>Eintrag %1, Ergebnis von %2</translation>
    </message>
    <message>
        <source>entry %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <source>1 signature, by a person who neither proposed nor contributed</source>
        <translation>1 Signatur einer Person, die weder vorgeschlagen noch beigetragen hat</translation>
    </message>
    <message>
        <source>1 signature, by a person who is not the proposer</source>
        <translation>1 Signatur einer Person, die nicht vorgeschlagen hat</translation>
    </message>
    <message>
        <source>1 signature</source>
        <translation>1 Signatur</translation>
    </message>
    <message>
        <source>%1 signatures, each, by a person who neither proposed nor contributed</source>
        <translation>%1 Signaturen, je von einer Person, die weder vorgeschlagen noch beigetragen hat</translation>
    </message>
    <message>
        <source>%1 signatures, each, by a person who is not the proposer</source>
        <translation>%1 Signaturen, je von einer Person, die nicht vorgeschlagen hat</translation>
    </message>
    <message>
        <source>%1 signatures, each</source>
        <translation>%1 Signaturen</translation>
    </message>
    <message>
        <source>%1 signed it in entry %2, and that does not count any more. @3</source>
        <translation>%1 hat in Eintrag %2 signiert, und das zählt nicht mehr. %3</translation>
    </message>
    <message>
        <source>Does not count any more. @1</source>
        <translation>Zählt nicht mehr. %1</translation>
    </message>
    <message>
        <source>Your signature of %1 does not count any more. @2</source>
        <translation>Ihre Signatur vom %1 zählt nicht mehr. %2</translation>
    </message>
    <message>
        <source>Does not apply to this version.</source>
        <translation>Gilt nicht für diese Version.</translation>
    </message>
    <message>
        <source>You proposed this promotion, so another person must approve it (law 6).</source>
        <translation>Sie haben diese Freigabe vorgeschlagen, daher muss eine andere Person sie genehmigen (Gesetz 6).</translation>
    </message>
    <message>
        <source>That person proposed this promotion, so another person must approve it (law 6).</source>
        <translation>Diese Person hat die Freigabe vorgeschlagen, daher muss eine andere sie genehmigen (Gesetz 6).</translation>
    </message>
    <message>
        <source>You contributed to this version, so another person must approve it (law 6).</source>
        <translation>Sie haben zu dieser Version beigetragen, daher muss eine andere Person sie genehmigen (Gesetz 6).</translation>
    </message>
    <message>
        <source>That person contributed to this version, so another person must approve it (law 6).</source>
        <translation>Diese Person hat zu der Version beigetragen, daher muss eine andere sie genehmigen (Gesetz 6).</translation>
    </message>
    <message>
        <source>You reported facts or attached evidence that this condition rests on, so another person must approve it (law 6).</source>
        <translation>Sie haben Fakten gemeldet oder Belege beigefügt, auf denen diese Bedingung ruht, daher muss eine andere Person genehmigen (Gesetz 6).</translation>
    </message>
    <message>
        <source>That person reported facts or attached evidence that this condition rests on, so another person must approve it (law 6).</source>
        <translation>Diese Person hat Fakten gemeldet oder Belege beigefügt, auf denen die Bedingung ruht, daher muss eine andere genehmigen (Gesetz 6).</translation>
    </message>
    <message>
        <source>You approved an earlier condition that this one must be independent of (law 6).</source>
        <translation>Sie haben eine frühere Bedingung genehmigt, von der diese unabhängig sein muss (Gesetz 6).</translation>
    </message>
    <message>
        <source>That person approved an earlier condition that this one must be independent of (law 6).</source>
        <translation>Diese Person hat eine frühere Bedingung genehmigt, von der diese unabhängig sein muss (Gesetz 6).</translation>
    </message>
    <message>
        <source>You have signed this condition already, on what is there now.</source>
        <translation>Sie haben diese Bedingung schon signiert, auf dem jetzigen Stand.</translation>
    </message>
    <message>
        <source>That person has signed this condition already, on what is there now.</source>
        <translation>Diese Person hat diese Bedingung schon signiert, auf dem jetzigen Stand.</translation>
    </message>
    <message>
        <source>The condition is shut by a refusal until that is withdrawn.</source>
        <translation>Die Bedingung ist durch eine Ablehnung verschlossen, bis diese zurückgezogen wird.</translation>
    </message>
    <message>
        <source>The condition &quot;%1&quot; comes first.</source>
        <translation>Zuerst kommt die Bedingung „%1“.</translation>
    </message>
    <message>
        <source>You cannot sign this condition: %1.</source>
        <translation>Sie können diese Bedingung nicht signieren: %1.</translation>
    </message>
    <message>
        <source>That person cannot sign this condition: %1.</source>
        <translation>Diese Person kann diese Bedingung nicht signieren: %1.</translation>
    </message>
    <message>
        <source>The approval has expired.</source>
        <translation>Die Genehmigung ist abgelaufen.</translation>
    </message>
    <message>
        <source>It was withdrawn.</source>
        <translation>Sie wurde zurückgezogen.</translation>
    </message>
    <message>
        <source>The role is not held any more.</source>
        <translation>Die Rolle besteht nicht mehr.</translation>
    </message>
    <message>
        <source>The key was revoked.</source>
        <translation>Der Schlüssel wurde widerrufen.</translation>
    </message>
    <message>
        <source>A check that was satisfied turned unsatisfied since.</source>
        <translation>Eine Prüfung, die erfüllt war, ist seitdem nicht mehr erfüllt.</translation>
    </message>
    <message>
        <source>The version was rolled back since.</source>
        <translation>Die Version wurde seitdem zurückgerollt.</translation>
    </message>
    <message>
        <source>The proposal was rewritten since.</source>
        <translation>Der Vorschlag wurde seitdem neu geschrieben.</translation>
    </message>
    <message>
        <source>The artifact changed since.</source>
        <translation>Das Artefakt hat sich seitdem geändert.</translation>
    </message>
    <message>
        <source>The governance tags changed since.</source>
        <translation>Die Governance-Merkmale haben sich seitdem geändert.</translation>
    </message>
    <message>
        <source>Another version serves production since.</source>
        <translation>Seitdem bedient eine andere Version die Produktion.</translation>
    </message>
    <message>
        <source>The serving configuration changed since.</source>
        <translation>Die Serving-Konfiguration hat sich seitdem geändert.</translation>
    </message>
    <message>
        <source>What was signed changed since: %1.</source>
        <translation>Was signiert wurde, hat sich seitdem geändert: %1.</translation>
    </message>
    <message>
        <source>The freeze &quot;%1&quot; is closed until %2; an exception is signed.</source>
        <translation>Die Änderungssperre „%1“ gilt bis %2; eine Ausnahme ist signiert.</translation>
    </message>
    <message>
        <source>The freeze &quot;%1&quot; is closed until %2.</source>
        <translation>Die Änderungssperre „%1“ gilt bis %2.</translation>
    </message>
    <message>
        <source>Nobody can fill the condition %1: no eligible person is left.</source>
        <translation>Niemand kann die Bedingung %1 erfüllen: keine berechtigte Person ist übrig.</translation>
    </message>
    <message>
        <source>Every fact of this gate was signed with one key.</source>
        <translation>Alle Fakten dieses Gates wurden mit einem einzigen Schlüssel signiert.</translation>
    </message>
    <message>
        <source>No condition of this gate waits for a role that you hold.</source>
        <translation>Keine Bedingung dieses Gates wartet auf eine Rolle, die Sie haben.</translation>
    </message>
    <message>
        <source>The gate is not satisfied yet (law 4): @1.</source>
        <translation>Das Gate ist noch nicht erfüllt (Gesetz 4): %1.</translation>
    </message>
    <message>
        <source>The policy in force has no such transition any more.</source>
        <translation>Die geltende Richtlinie hat keinen solchen Übergang mehr.</translation>
    </message>
    <message>
        <source>The proposer executes it, or whoever holds a role that may propose it.</source>
        <translation>Sie wird von der vorschlagenden Person ausgeführt, oder von jemandem mit einer Rolle, die vorschlagen darf.</translation>
    </message>
    <message>
        <source>This promotion did not bring the version to where it is now.</source>
        <translation>Diese Freigabe hat die Version nicht dorthin gebracht, wo sie jetzt ist.</translation>
    </message>
    <message>
        <source>None of your roles may roll this stage back. Ask a %1.</source>
        <translation>Keine Ihrer Rollen darf diese Stufe zurückrollen. Fragen Sie: %1.</translation>
    </message>
    <message>
        <source>The policy has no rollback out of this stage.</source>
        <translation>Die Richtlinie hat kein Rollback aus dieser Stufe.</translation>
    </message>
    <message>
        <source>This promotion has ended.</source>
        <translation>Diese Freigabe ist beendet.</translation>
    </message>
    <message>
        <source>Only who holds a role that the gate asks can refuse. You can comment.</source>
        <translation>Ablehnen kann nur, wer eine Rolle hat, nach der das Gate fragt. Sie können kommentieren.</translation>
    </message>
    <message>
        <source>A proposal is withdrawn by its proposer.</source>
        <translation>Einen Vorschlag zieht zurück, wer ihn gemacht hat.</translation>
    </message>
    <message>
        <source>You have decided nothing here that could be withdrawn.</source>
        <translation>Hier haben Sie nichts entschieden, was sich zurückziehen ließe.</translation>
    </message>
    <message>
        <source>A proposal is revised by its proposer.</source>
        <translation>Einen Vorschlag überarbeitet, wer ihn gemacht hat.</translation>
    </message>
    <message>
        <source>The workspace is open for reading only.</source>
        <translation>Der Arbeitsbereich ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>Nobody is signed in on this computer.</source>
        <translation>Auf diesem Rechner ist niemand angemeldet.</translation>
    </message>
    <message>
        <source>no traffic</source>
        <translation>kein Verkehr</translation>
    </message>
    <message>
        <source>%1, in production since %2</source>
        <translation>%1, in Produktion seit %2</translation>
    </message>
    <message>
        <source>High risk</source>
        <translation>Hohes Risiko</translation>
    </message>
    <message>
        <source>Medium risk</source>
        <translation>Mittleres Risiko</translation>
    </message>
    <message>
        <source>Low risk</source>
        <translation>Niedriges Risiko</translation>
    </message>
    <message>
        <source>Regulated</source>
        <translation>Reguliert</translation>
    </message>
    <message>
        <source>Domain: %1</source>
        <translation>Bereich: %1</translation>
    </message>
    <message>
        <source>@1; eligible 1 person.</source>
        <translation>%1; 1 Person berechtigt.</translation>
    </message>
    <message>
        <source>@1; eligible %2 persons.</source>
        <translation>%1; %2 Personen berechtigt.</translation>
    </message>
    <message>
        <source>%1 of %2 signed.</source>
        <translation>%1 von %2 signiert.</translation>
    </message>
    <message>
        <source>Coverage %1, demanded %2.</source>
        <translation>Abdeckung %1, verlangt %2.</translation>
    </message>
    <message>
        <source>All %1 fields are there.</source>
        <translation>Alle %1 Felder sind da.</translation>
    </message>
    <message>
        <source>Missing: %1.</source>
        <translation>Es fehlt: %1.</translation>
    </message>
    <message>
        <source>Nothing reported yet.</source>
        <translation>Noch nichts gemeldet.</translation>
    </message>
    <message>
        <source>Reported, but not by a role whose results count.</source>
        <translation>Gemeldet, aber nicht von einer Rolle, deren Ergebnisse zählen.</translation>
    </message>
    <message>
        <source>Reported for another artifact.</source>
        <translation>Für ein anderes Artefakt gemeldet.</translation>
    </message>
    <message>
        <source>Reported by the actor who registered the version.</source>
        <translation>Gemeldet von dem, der die Version registriert hat.</translation>
    </message>
    <message>
        <source>Signed with a key that was reported as compromised.</source>
        <translation>Mit einem Schlüssel signiert, der als kompromittiert gemeldet wurde.</translation>
    </message>
    <message>
        <source>Attached by the proposer.</source>
        <translation>Von der vorschlagenden Person beigefügt.</translation>
    </message>
    <message>
        <source>Parts of the report are missing.</source>
        <translation>Teile des Berichts fehlen.</translation>
    </message>
    <message>
        <source>Too old.</source>
        <translation>Zu alt.</translation>
    </message>
    <message>
        <source>The measurement failed.</source>
        <translation>Die Messung ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>No number was reported.</source>
        <translation>Es wurde keine Zahl gemeldet.</translation>
    </message>
    <message>
        <source>There is no baseline version.</source>
        <translation>Es gibt keine Vergleichsversion.</translation>
    </message>
    <message>
        <source>The baseline has no such result.</source>
        <translation>Die Vergleichsversion hat kein solches Ergebnis.</translation>
    </message>
    <message>
        <source>The baseline was measured on other data.</source>
        <translation>Die Vergleichsversion wurde auf anderen Daten gemessen.</translation>
    </message>
    <message>
        <source>The model declares no data contract.</source>
        <translation>Das Modell nennt keinen Datenvertrag.</translation>
    </message>
    <message>
        <source>The version is not in %1.</source>
        <translation>Die Version ist nicht in %1.</translation>
    </message>
    <message>
        <source>Guardrail %1 was breached.</source>
        <translation>Die Leitplanke %1 wurde verletzt.</translation>
    </message>
    <message>
        <source>Guardrail %1 was never evaluated.</source>
        <translation>Die Leitplanke %1 wurde nie ausgewertet.</translation>
    </message>
    <message>
        <source>The ramp has not completed its step of %1 %.</source>
        <translation>Die Rampe hat ihre Stufe von %1 % nicht abgeschlossen.</translation>
    </message>
    <message>
        <source>The last drill failed.</source>
        <translation>Die letzte Rollback-Probe ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Restored in %1, demanded %2.</source>
        <translation>Wiederhergestellt in %1, verlangt %2.</translation>
    </message>
    <message>
        <source>Stale: drill %1 days old, limit %2.</source>
        <translation>Überholt: Rollback-Probe %1 Tage alt, Grenze %2.</translation>
    </message>
    <message>
        <source>The drill restored %1, production is now %2.</source>
        <translation>Die Rollback-Probe stellte %1 wieder her, in Produktion ist jetzt %2.</translation>
    </message>
    <message>
        <source>%1 changed since the drill.</source>
        <translation>%1 hat sich seit der Rollback-Probe geändert.</translation>
    </message>
    <message>
        <source>Nothing to view: no %1 is attached.</source>
        <translation>Nichts anzusehen: %1 ist nicht beigefügt.</translation>
    </message>
    <message>
        <source>%1 so far, demanded %2.</source>
        <translation>%1 bisher, verlangt %2.</translation>
    </message>
    <message>
        <source>%1 attached.</source>
        <translation>%1 beigefügt.</translation>
    </message>
    <message>
        <source>%1, demanded %2.</source>
        <translation>%1, verlangt %2.</translation>
    </message>
    <message>
        <source>The promotion has ended.</source>
        <translation>Die Freigabe ist beendet.</translation>
    </message>
    <message>
        <source>The proposal has expired. Propose it again.</source>
        <translation>Der Vorschlag ist abgelaufen. Schlagen Sie erneut vor.</translation>
    </message>
    <message>
        <source>The version is in %1; the transition starts in %2.</source>
        <translation>Die Version ist in %1; der Übergang beginnt in %2.</translation>
    </message>
    <message>
        <source>The proposal names no rollback target.</source>
        <translation>Der Vorschlag nennt kein Rollback-Ziel.</translation>
    </message>
    <message>
        <source>The change freeze %1 is in force until %2.</source>
        <translation>Die Änderungssperre %1 gilt bis %2.</translation>
    </message>
    <message>
        <source>%1 is held after a rollback. Register a new artifact or sign a waiver.</source>
        <translation>%1 ist nach einem Rollback angehalten. Registrieren Sie ein neues Artefakt oder signieren Sie eine Ausnahme.</translation>
    </message>
    <message>
        <source>%1 is not in this ledger.</source>
        <translation>%1 ist nicht in diesem Hauptbuch.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>gilt</translation>
    </message>
    <message>
        <source>in force, rotated</source>
        <translation>gilt, gewechselt</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>widerrufen</translation>
    </message>
    <message>
        <source>key compromised</source>
        <translation>Schlüssel kompromittiert</translation>
    </message>
    <message>
        <source>role ends in %1</source>
        <translation>Rolle endet in %1</translation>
    </message>
    <message>
        <source>all domains</source>
        <translation>alle Bereiche</translation>
    </message>
    <message>
        <source>Out of governance, critical. %1 closes it</source>
        <translation>Außerhalb der Governance, kritisch. %1 schließt es ab</translation>
    </message>
    <message>
        <source>Out of governance, high. %1 closes it</source>
        <translation>Außerhalb der Governance, hoch. %1 schließt es ab</translation>
    </message>
    <message>
        <source>Out of governance, medium. %1 closes it</source>
        <translation>Außerhalb der Governance, mittel. %1 schließt es ab</translation>
    </message>
    <message>
        <source>Out of governance, low. %1 closes it</source>
        <translation>Außerhalb der Governance, gering. %1 schließt es ab</translation>
    </message>
    <message>
        <source>Adding and changing registries takes the role Platform team or Tech lead.</source>
        <translation>Registries hinzufügen und ändern darf die Rolle Platform team oder Tech lead.</translation>
    </message>
    <message>
        <source>The keychain is locked or missing. See People and keys.</source>
        <translation>Der Schlüsselbund ist gesperrt oder fehlt. Siehe Personen und Schlüssel.</translation>
    </message>
    <message>
        <source>No key of a service in the role Registry sync is in this keychain. Enrol one, or let a server run &quot;countersignctl registry sync&quot;.</source>
        <translation>In diesem Schlüsselbund liegt kein Schlüssel eines Dienstes mit der Rolle Registry sync. Tragen Sie einen ein, oder lassen Sie einen Server „countersignctl registry sync“ ausführen.</translation>
    </message>
    <message>
        <source>It was verified here.</source>
        <translation>Er wurde hier geprüft.</translation>
    </message>
    <message>
        <source>It names a signer whom this ledger does not know.</source>
        <translation>Er nennt einen Unterzeichner, den dieses Hauptbuch nicht kennt.</translation>
    </message>
    <message>
        <source>Its signature is good: %1 signed it.</source>
        <translation>Seine Signatur ist gültig: %1 hat ihn signiert.</translation>
    </message>
    <message>
        <source>It carries no good signature of %1, whom it names.</source>
        <translation>Er trägt keine gültige Signatur von %1, obwohl er diese Person nennt.</translation>
    </message>
    <message>
        <source>It is not an entry: %1</source>
        <translation>Es ist kein Eintrag: %1</translation>
    </message>
    <message>
        <source>It is not an entry that this program can read.</source>
        <translation>Es ist kein Eintrag, den dieses Programm lesen kann.</translation>
    </message>
    <message>
        <source>The server shows another history from entry %1 on. That is never overwritten: whoever runs the database has to set it aside first.</source>
        <translation>Der Server zeigt ab Eintrag %1 eine andere Geschichte. Die wird nie überschrieben: Wer die Datenbank betreibt, muss sie erst beiseitelegen.</translation>
    </message>
    <message>
        <source>This is not about a server that lost entries.</source>
        <translation>Hier geht es nicht um einen Server, der Einträge verloren hat.</translation>
    </message>
    <message>
        <source>The server lost nothing: it holds something that is no entry. Whoever runs the database has to take it out.</source>
        <translation>Der Server hat nichts verloren: Er enthält etwas, das kein Eintrag ist. Wer die Datenbank betreibt, muss es entfernen.</translation>
    </message>
    <message>
        <source>The review of the break-glass promotion %1 is overdue: the model is held.</source>
        <translation>Die Nachprüfung der Notfall-Freigabe %1 ist überfällig: Das Modell ist gesperrt.</translation>
    </message>
    <message>
        <source>The checks of %1 are to be repeated since %2.</source>
        <translation>Die Prüfungen von %1 sind seit %2 zu wiederholen.</translation>
    </message>
    <message>
        <source>Overridden: @1</source>
        <translation>Übersteuert: %1</translation>
    </message>
    <message>
        <source>Reminder. @1</source>
        <translation>Erinnerung. %1</translation>
    </message>
    <message>
        <source>Escalated to %1. It waits for others to answer</source>
        <translation>Eskaliert an %1. Andere müssen antworten</translation>
    </message>
    <message>
        <source>Escalated to %1. @2</source>
        <translation>Eskaliert an %1. %2</translation>
    </message>
    <message>
        <source>Overdue since %1. @2</source>
        <translation>Überfällig seit %1. %2</translation>
    </message>
    <message>
        <source>Break-glass for %1: your authorisation is asked, as the second person</source>
        <translation>Notfallweg für %1: Ihre Autorisierung ist erbeten, als zweite Person</translation>
    </message>
    <message>
        <source>Break-glass for %1 is authorised. It waits to be executed</source>
        <translation>Der Notfallweg für %1 ist autorisiert. Er kann ausgeführt werden</translation>
    </message>
    <message>
        <source>The review of this break-glass is overdue: the model is held until it is signed or rolled back</source>
        <translation>Die Nachprüfung dieses Notfallwegs ist überfällig: Das Modell ist gesperrt, bis sie signiert oder zurückgerollt ist</translation>
    </message>
    <message>
        <source>Executed by break-glass. Your review is asked</source>
        <translation>Auf dem Notfallweg ausgeführt. Ihre Nachprüfung ist erbeten</translation>
    </message>
    <message>
        <source>Overdue, counts as a high finding: %1. %2 has it repeated</source>
        <translation>Überfällig, zählt als hoher Befund: %1. %2 lässt es wiederholen</translation>
    </message>
    <message>
        <source>Due %1: %2. %3 has it repeated</source>
        <translation>Fällig %1: %2. %3 lässt es wiederholen</translation>
    </message>
    <message>
        <source>Provenance: where the bytes come from</source>
        <translation>Herkunft: woher die Bytes kommen</translation>
    </message>
    <message>
        <source>The rehearsed way back</source>
        <translation>Der geprobte Weg zurück</translation>
    </message>
    <message>
        <source>The proposer does not authorise</source>
        <translation>Wer vorschlägt, autorisiert nicht</translation>
    </message>
    <message>
        <source>The sign-off of protected roles for a regulated system</source>
        <translation>Die Signatur geschützter Rollen bei einem regulierten System</translation>
    </message>
    <message>
        <source>Open findings</source>
        <translation>Offene Befunde</translation>
    </message>
    <message>
        <source>The freeze &quot;%1&quot;</source>
        <translation>Die Änderungssperre „%1“</translation>
    </message>
    <message>
        <source>The model was promoted by break-glass %1 times in 90 days; the policy allows %2 (law 11).</source>
        <translation>Das Modell wurde in 90 Tagen %1-mal auf dem Notfallweg freigegeben; die Richtlinie erlaubt %2 (Gesetz 11).</translation>
    </message>
    <message>
        <source>The policy that this promotion was opened under grants no break-glass. Propose it again (law 11).</source>
        <translation>Die Richtlinie, unter der diese Freigabe eröffnet wurde, erlaubt keinen Notfallweg. Schlagen Sie sie neu vor (Gesetz 11).</translation>
    </message>
    <message>
        <source>The policy in force grants no break-glass for this transition (law 11).</source>
        <translation>Die geltende Richtlinie erlaubt für diesen Übergang keinen Notfallweg (Gesetz 11).</translation>
    </message>
    <message>
        <source>It is authorised already.</source>
        <translation>Er ist schon autorisiert.</translation>
    </message>
    <message>
        <source>%1 of %2 persons have authorised the emergency (law 11).</source>
        <translation>%1 von %2 Personen haben den Notfall autorisiert (Gesetz 11).</translation>
    </message>
    <message>
        <source>An emergency never skips this (law 11): %1.</source>
        <translation>Das überspringt kein Notfall (Gesetz 11): %1.</translation>
    </message>
    <message>
        <source>Who authorised it executes it, the proposer, or whoever holds a role that may propose it.</source>
        <translation>Ausführen kann, wer autorisiert oder vorgeschlagen hat, oder eine Rolle hat, die vorschlagen darf.</translation>
    </message>
    <message>
        <source>No condition of the review waits for a role that you hold.</source>
        <translation>Keine Bedingung der Nachprüfung wartet auf eine Rolle, die Sie haben.</translation>
    </message>
    <message>
        <source>The review is signed.</source>
        <translation>Die Nachprüfung ist signiert.</translation>
    </message>
    <message>
        <source>This promotion was not executed by break-glass.</source>
        <translation>Diese Freigabe wurde nicht auf dem Notfallweg ausgeführt.</translation>
    </message>
    <message>
        <source>The delegation has ended.</source>
        <translation>Die Vertretung ist beendet.</translation>
    </message>
    <message>
        <source>Nobody can fill the condition %1, which takes %2 of %3. Excluded: %4.</source>
        <translation>Niemand kann die Bedingung %1 erfüllen; sie verlangt %2 aus %3. Ausgeschlossen: %4.</translation>
    </message>
    <message>
        <source>Nobody can fill the condition %1, which takes %2 of %3.</source>
        <translation>Niemand kann die Bedingung %1 erfüllen; sie verlangt %2 aus %3.</translation>
    </message>
    <message>
        <source>To authorise break-glass, one of these roles is needed: %1. %2 holds none of them.</source>
        <translation>Um einen Notfall zu autorisieren, ist eine dieser Rollen nötig: %1. %2 hat keine davon.</translation>
    </message>
    <message>
        <source>The proposer does not authorise the emergency; this is never skipped.</source>
        <translation>Wer vorschlägt, autorisiert den Notfall nicht; das wird nie übersprungen.</translation>
    </message>
    <message>
        <source>%1 has authorised it already, in entry %2. Another person is needed.</source>
        <translation>%1 hat schon autorisiert, in Eintrag %2. Es braucht eine andere Person.</translation>
    </message>
    <message>
        <source>Executed by %1. You are informed as %2</source>
        <translation>Ausgeführt von %1. Sie werden informiert als %2</translation>
    </message>
    <message>
        <source>Consulted as %1. Your comment is asked, and blocks nothing</source>
        <translation>Konsultiert als %1. Ihr Kommentar ist gefragt und hält nichts auf</translation>
    </message>
    <message>
        <source>Only %1 may propose a policy here.</source>
        <translation>Hier darf nur %1 eine Richtlinie vorschlagen.</translation>
    </message>
    <message>
        <source>You proposed this change, so others sign it (law 7).</source>
        <translation>Sie haben diese Änderung vorgeschlagen, also signieren andere (Gesetz 7).</translation>
    </message>
    <message>
        <source>You have signed this.</source>
        <translation>Sie haben das signiert.</translation>
    </message>
    <message>
        <source>Another policy has come into force since this one was proposed. Propose it again.</source>
        <translation>Seit diesem Vorschlag ist eine andere Richtlinie in Kraft getreten. Schlagen Sie sie erneut vor.</translation>
    </message>
    <message>
        <source>The review of the policy change (%1) is not signed.</source>
        <translation>Die Prüfung der Richtlinienänderung (%1) ist nicht signiert.</translation>
    </message>
    <message>
        <source>The cool-off runs until %1.</source>
        <translation>Die Bedenkzeit läuft bis %1.</translation>
    </message>
    <message>
        <source>The change weakens conditions of the role %1, which has not signed it.</source>
        <translation>Die Änderung schwächt Bedingungen der Rolle %1, die sie nicht signiert hat.</translation>
    </message>
    <message>
        <source>The signature for a weakening (%1) is missing.</source>
        <translation>Die Signatur für eine Schwächung (%1) fehlt.</translation>
    </message>
    <message>
        <source>A weakening takes at least two persons besides the proposer.</source>
        <translation>Eine Schwächung verlangt mindestens zwei Personen außer der vorschlagenden.</translation>
    </message>
    <message>
        <source>Somebody has rejected this policy change. Propose it anew.</source>
        <translation>Jemand hat diese Richtlinienänderung abgelehnt. Schlagen Sie sie neu vor.</translation>
    </message>
    <message>
        <source>Nobody can sign as %1. Such a version is stopped here.</source>
        <translation>Niemand kann als %1 signieren. Eine solche Version kommt hier nicht weiter.</translation>
    </message>
    <message>
        <source>No version of this workspace was ever reported with the result %1. The condition waits until one is.</source>
        <translation>Für keine Version dieses Arbeitsbereichs wurde je das Ergebnis %1 gemeldet. Die Bedingung wartet, bis das geschieht.</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>“%1” is not a link to a workspace: countersign://WORKSPACE-ID/PAGE/TARGET.</source>
        <translation>„%1“ ist kein Link in einen Arbeitsbereich: countersign://ARBEITSBEREICH-ID/SEITE/ZIEL.</translation>
    </message>
    <message>
        <source>The link names no workspace: “%1” is not an id of 32 hexadecimal digits.</source>
        <translation>Der Link nennt keinen Arbeitsbereich: „%1“ ist keine Kennung aus 32 Hexadezimalziffern.</translation>
    </message>
    <message>
        <source>The link names no page: “%1”.</source>
        <translation>Der Link nennt keine Seite: „%1“.</translation>
    </message>
    <message>
        <source>The link names nothing that can be shown: “%1”.</source>
        <translation>Der Link nennt nichts, was gezeigt werden kann: „%1“.</translation>
    </message>
    <message>
        <source>%1 Nothing can be signed with this program.</source>
        <translation>%1 Mit diesem Programm kann nichts signiert werden.</translation>
    </message>
    <message>
        <source>%1 cannot be empty.</source>
        <translation>%1 darf nicht leer sein.</translation>
    </message>
    <message>
        <source>%1 cannot be locked.</source>
        <translation>%1 kann nicht gesperrt werden.</translation>
    </message>
    <message>
        <source>%1 cannot be looked at: %2.</source>
        <translation>%1 kann nicht angesehen werden: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be made for this user alone.</source>
        <translation>%1 kann nicht für diesen Benutzer allein angelegt werden.</translation>
    </message>
    <message>
        <source>%1 cannot be made.</source>
        <translation>%1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>%1 cannot be made: %2.</source>
        <translation>%1 kann nicht angelegt werden: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be put in place; the copy is %2.</source>
        <translation>%1 kann nicht an seinen Platz gebracht werden; die Kopie ist %2.</translation>
    </message>
    <message>
        <source>%1 cannot be used (%2). It remembers the last known state of the ledger; without it a rolled back ledger could not be told. Repair its permissions, or remove it if it is damaged.</source>
        <translation>%1 kann nicht benutzt werden (%2). Dort steht der zuletzt bekannte Stand des Hauptbuchs; ohne ihn fiele ein zurückgesetztes Hauptbuch nicht auf. Berichtigen Sie die Rechte, oder entfernen Sie es, wenn es beschädigt ist.</translation>
    </message>
    <message>
        <source>%1 exists already and is left as it is. Choose another name.</source>
        <translation>%1 gibt es schon; es bleibt, wie es ist. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 exists already.</source>
        <translation>%1 gibt es schon.</translation>
    </message>
    <message>
        <source>%1 has %2 bytes; at most %3 are read here.</source>
        <translation>%1 hat %2 Bytes; hier werden höchstens %3 gelesen.</translation>
    </message>
    <message>
        <source>%1 holds no entry: it was never founded.</source>
        <translation>%1 enthält keinen Eintrag: er wurde nie gegründet.</translation>
    </message>
    <message>
        <source>%1 is a database of another program. It was not touched.</source>
        <translation>%1 ist die Datenbank eines anderen Programms. Sie wurde nicht berührt.</translation>
    </message>
    <message>
        <source>%1 is a folder; a workspace is a file.</source>
        <translation>%1 ist ein Ordner; ein Arbeitsbereich ist eine Datei.</translation>
    </message>
    <message>
        <source>%1 is evidence or a policy; only names and free text can be erased.</source>
        <translation>%1 ist ein Beleg oder eine Richtlinie; nur Namen und freier Text können gelöscht werden.</translation>
    </message>
    <message>
        <source>%1 is no condition that you could sign as %2.</source>
        <translation>%1 ist keine Bedingung, die Sie als %2 signieren könnten.</translation>
    </message>
    <message>
        <source>%1 is not a regular file.</source>
        <translation>%1 ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>%1 is not a workspace file.</source>
        <translation>%1 ist keine Arbeitsbereichsdatei.</translation>
    </message>
    <message>
        <source>%1 is not a workspace file: it has only %2 bytes.</source>
        <translation>%1 ist keine Arbeitsbereichsdatei: sie hat nur %2 Bytes.</translation>
    </message>
    <message>
        <source>%1 is stored already as another kind of content.</source>
        <translation>%1 ist schon als Inhalt anderer Art gespeichert.</translation>
    </message>
    <message>
        <source>%1 lies on a network file system (%2), where two computers can write at once without seeing each other. Put the workspace on a local disk; teams use a PostgreSQL server.</source>
        <translation>%1 liegt auf einem Netzlaufwerk (%2), auf das zwei Rechner zugleich schreiben können, ohne einander zu sehen. Legen Sie den Arbeitsbereich auf eine lokale Platte; Teams benutzen einen PostgreSQL-Server.</translation>
    </message>
    <message>
        <source>%1 names a schema that never existed (%2).</source>
        <translation>%1 nennt ein Schema, das es nie gab (%2).</translation>
    </message>
    <message>
        <source>%1 was cut off: it has %2 bytes where %3 belong. Restore a backup.</source>
        <translation>%1 wurde abgeschnitten: die Datei hat %2 Bytes, wo %3 hingehören. Stellen Sie eine Sicherung wieder her.</translation>
    </message>
    <message>
        <source>%1 was made by a newer version of this program (schema %2, this one knows %3). Update the program.</source>
        <translation>%1 wurde von einer neueren Version dieses Programms angelegt (Schema %2, dieses kennt %3). Aktualisieren Sie das Programm.</translation>
    </message>
    <message>
        <source>%1 was never opened here. Compare workspace %2 and tree head %3 with somebody who knows them, then trust it.</source>
        <translation>%1 wurde hier noch nie geöffnet. Vergleichen Sie Arbeitsbereich %2 und Baumkopf %3 mit jemandem, der sie kennt; erst dann vertrauen Sie ihm.</translation>
    </message>
    <message>
        <source>A key&apos;s label has at most %1 bytes.</source>
        <translation>Die Bezeichnung eines Schlüssels hat höchstens %1 Bytes.</translation>
    </message>
    <message>
        <source>A ledger line has 1 to 65,535 bytes, not %1.</source>
        <translation>Eine Zeile des Hauptbuchs hat 1 bis 65.535 Bytes, nicht %1.</translation>
    </message>
    <message>
        <source>A person&apos;s key is never read from a file (%1). People sign with the key in their keychain.</source>
        <translation>Der Schlüssel einer Person wird nie aus einer Datei gelesen (%1). Personen signieren mit dem Schlüssel in ihrem Schlüsselbund.</translation>
    </message>
    <message>
        <source>A promotion record is made as html or json, not as &quot;%1&quot;.</source>
        <translation>Die Aufzeichnung einer Freigabe gibt es als html oder json, nicht als „%1“.</translation>
    </message>
    <message>
        <source>A row of the cache file cannot be read. Open the workspace again.</source>
        <translation>Eine Zeile der Zwischenspeicherdatei kann nicht gelesen werden. Öffnen Sie den Arbeitsbereich noch einmal.</translation>
    </message>
    <message>
        <source>A text does not belong to its commitment %1.</source>
        <translation>Ein Text gehört nicht zu seiner Festlegung %1.</translation>
    </message>
    <message>
        <source>An alarm stands for %1; only a restore or the administrators&apos; accept_loss can end it.</source>
        <translation>Für %1 steht ein Alarm; nur eine Wiederherstellung oder accept_loss der Administratoren kann ihn beenden.</translation>
    </message>
    <message>
        <source>An erasable content needs a salt of 32 bytes, others none.</source>
        <translation>Ein löschbarer Inhalt braucht ein Salt von 32 Bytes, andere keines.</translation>
    </message>
    <message>
        <source>Another program is writing to the workspace (%1). Try again.</source>
        <translation>Ein anderes Programm schreibt gerade in den Arbeitsbereich (%1). Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Attaching was stopped. Nothing was recorded.</source>
        <translation>Das Beifügen wurde angehalten. Es wurde nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>COUNTERSIGN_TRUST has the form ID@SIZE:ROOT, but it is &quot;%1&quot;.</source>
        <translation>COUNTERSIGN_TRUST hat die Form ID@GRÖSSE:WURZEL, ist aber „%1“.</translation>
    </message>
    <message>
        <source>Entry %1 is missing in the workspace file. Restore a backup.</source>
        <translation>Eintrag %1 fehlt in der Arbeitsbereichsdatei. Stellen Sie eine Sicherung wieder her.</translation>
    </message>
    <message>
        <source>No key of %1 is in this keychain.</source>
        <translation>In diesem Schlüsselbund liegt kein Schlüssel von %1.</translation>
    </message>
    <message>
        <source>No keychain is running in this session. Install one (for example gnome-keyring) and log in again.</source>
        <translation>In dieser Sitzung läuft kein Schlüsselbund. Installieren Sie einen (zum Beispiel gnome-keyring) und melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>No policy &quot;%1&quot; ships with this program. There are: default, small-team.</source>
        <translation>Mit diesem Programm kommt keine Richtlinie „%1“. Es gibt: default, small-team.</translation>
    </message>
    <message>
        <source>No policy is in force, so there is no gate to go through. Adopt one first.</source>
        <translation>Es ist keine Richtlinie in Kraft, also gibt es kein Gate zu durchlaufen. Nehmen Sie zuerst eine an.</translation>
    </message>
    <message>
        <source>Nobody is signed in. Choose who you are first.</source>
        <translation>Niemand ist angemeldet. Wählen Sie zuerst, wer Sie sind.</translation>
    </message>
    <message>
        <source>Nothing in this promotion waits for a role that you hold. You can comment on it.</source>
        <translation>In dieser Freigabe wartet nichts auf eine Rolle, die Sie haben. Sie können sie kommentieren.</translation>
    </message>
    <message>
        <source>Open the evidence that you sign for first: %1.</source>
        <translation>Öffnen Sie zuerst die Belege, für die Sie signieren: %1.</translation>
    </message>
    <message>
        <source>Opening was stopped. Nothing was changed.</source>
        <translation>Das Öffnen wurde angehalten. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The copy has the head %1 instead of %2.</source>
        <translation>Die Kopie hat den Kopf %1 statt %2.</translation>
    </message>
    <message>
        <source>The disk is full; nothing was written (%1).</source>
        <translation>Die Platte ist voll; es wurde nichts geschrieben (%1).</translation>
    </message>
    <message>
        <source>The entry was prepared for %1, and another signs.</source>
        <translation>Der Eintrag wurde für %1 vorbereitet, und jemand anderes signiert.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>Die Datei %1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>The file is not a workspace (%1).</source>
        <translation>Die Datei ist kein Arbeitsbereich (%1).</translation>
    </message>
    <message>
        <source>The folder %1 cannot be closed to others.</source>
        <translation>Der Ordner %1 lässt sich nicht vor anderen verschließen.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The folder of %1 cannot be had for this user alone.</source>
        <translation>Der Ordner von %1 ist nicht für diesen Benutzer allein zu haben.</translation>
    </message>
    <message>
        <source>The key %1 asks for its passphrase.</source>
        <translation>Der Schlüssel %1 verlangt seine Passphrase.</translation>
    </message>
    <message>
        <source>The key file %1 is not used: %2.</source>
        <translation>Die Schlüsseldatei %1 wird nicht benutzt: %2.</translation>
    </message>
    <message>
        <source>The keychain (%1) did not answer within %2 seconds. If it asks for a password, answer it and try again.</source>
        <translation>Der Schlüsselbund (%1) hat %2 Sekunden lang nicht geantwortet. Wenn er nach einem Passwort fragt, antworten Sie und versuchen es noch einmal.</translation>
    </message>
    <message>
        <source>The keychain (%1) has no keyring yet. Create one: log in to a desktop session once, or make a keyring named &quot;Login&quot; in the passwords program.</source>
        <translation>Der Schlüsselbund (%1) hat noch keinen Bund. Legen Sie einen an: melden Sie sich einmal an einer Desktop-Sitzung an, oder legen Sie im Passwörter-Programm einen Bund namens „Login“ an.</translation>
    </message>
    <message>
        <source>The keychain (%1) is locked. Unlock it with your login password and try again.</source>
        <translation>Der Schlüsselbund (%1) ist gesperrt. Entsperren Sie ihn mit Ihrem Anmeldepasswort und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The keychain (%1) refused.</source>
        <translation>Der Schlüsselbund (%1) hat abgelehnt.</translation>
    </message>
    <message>
        <source>The keychain (%1) refused: %2.</source>
        <translation>Der Schlüsselbund (%1) hat abgelehnt: %2.</translation>
    </message>
    <message>
        <source>The keychain did not keep the new key. Nothing was changed.</source>
        <translation>Der Schlüsselbund hat den neuen Schlüssel nicht behalten. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The keychain holds %1 keys of this program; that is the limit.</source>
        <translation>Der Schlüsselbund enthält %1 Schlüssel dieses Programms; mehr sind es nicht.</translation>
    </message>
    <message>
        <source>The keychain holds another key (%1) where %2 belongs: somebody has swapped it. Nothing was signed.</source>
        <translation>Der Schlüsselbund enthält einen anderen Schlüssel (%1), wo %2 hingehört: jemand hat ihn vertauscht. Es wurde nichts signiert.</translation>
    </message>
    <message>
        <source>The keychain needs a running application.</source>
        <translation>Der Schlüsselbund braucht eine laufende Anwendung.</translation>
    </message>
    <message>
        <source>The keychain of this computer has no secret key for %1. Use the computer where it was made, or enrol a new key.</source>
        <translation>Der Schlüsselbund dieses Rechners hat keinen geheimen Schlüssel zu %1. Benutzen Sie den Rechner, auf dem er entstand, oder tragen Sie einen neuen Schlüssel ein.</translation>
    </message>
    <message>
        <source>The list of keys in the keychain (item %1) is damaged. Remove that item, then import your keys again.</source>
        <translation>Die Liste der Schlüssel im Schlüsselbund (Eintrag %1) ist beschädigt. Entfernen Sie ihn und importieren Sie Ihre Schlüssel neu.</translation>
    </message>
    <message>
        <source>The model has no serving endpoint on record. Name the endpoint.</source>
        <translation>Für das Modell ist kein Serving-Endpunkt aufgezeichnet. Nennen Sie den Endpunkt.</translation>
    </message>
    <message>
        <source>The policy %1 cannot be read: %2.</source>
        <translation>Die Richtlinie %1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>The policy has no rollback out of %1, where %2 is.</source>
        <translation>Die Richtlinie hat kein Rollback aus %1, wo %2 ist.</translation>
    </message>
    <message>
        <source>The policy in force has no transition &quot;%1&quot;.</source>
        <translation>Die geltende Richtlinie hat keinen Übergang „%1“.</translation>
    </message>
    <message>
        <source>The proof of possession is for key %1, not for %2.</source>
        <translation>Der Besitznachweis gilt für den Schlüssel %1, nicht für %2.</translation>
    </message>
    <message>
        <source>The proof of the new key is not accepted: %1.</source>
        <translation>Der Nachweis des neuen Schlüssels wird nicht angenommen: %1.</translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation>Die Suche wurde angehalten.</translation>
    </message>
    <message>
        <source>The settings file %1 cannot be used: %2. The defaults are in force.</source>
        <translation>Die Einstellungsdatei %1 kann nicht benutzt werden: %2. Es gelten die Standardwerte.</translation>
    </message>
    <message>
        <source>The workspace cannot be written (%1). Check the permissions of the file and its folder.</source>
        <translation>In den Arbeitsbereich kann nicht geschrieben werden (%1). Prüfen Sie die Rechte der Datei und ihres Ordners.</translation>
    </message>
    <message>
        <source>The workspace cannot keep a write-ahead log here (journal mode %1).</source>
        <translation>Der Arbeitsbereich kann hier kein Write-Ahead-Log führen (Journal-Modus %1).</translation>
    </message>
    <message>
        <source>The workspace ends at entry %1, before its head.</source>
        <translation>Der Arbeitsbereich endet bei Eintrag %1, vor seinem Kopf.</translation>
    </message>
    <message>
        <source>The workspace file cannot be read or written: %1 (code %2).</source>
        <translation>Die Arbeitsbereichsdatei kann nicht gelesen oder geschrieben werden: %1 (Code %2).</translation>
    </message>
    <message>
        <source>The workspace file is damaged (%1). Restore a backup; the pin will tell whether it is complete.</source>
        <translation>Die Arbeitsbereichsdatei ist beschädigt (%1). Stellen Sie eine Sicherung wieder her; der vermerkte Kopf sagt, ob sie vollständig ist.</translation>
    </message>
    <message>
        <source>The workspace has no checkpoint key, so its head can only be copied.</source>
        <translation>Der Arbeitsbereich hat keinen Prüfpunkt-Schlüssel, sein Kopf lässt sich also nur kopieren.</translation>
    </message>
    <message>
        <source>The workspace is open for reading only.</source>
        <translation>Der Arbeitsbereich ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>The workspace refuses this write (%1).</source>
        <translation>Der Arbeitsbereich weist diesen Schreibvorgang ab (%1).</translation>
    </message>
    <message>
        <source>There is no entry %1.</source>
        <translation>Es gibt keinen Eintrag %1.</translation>
    </message>
    <message>
        <source>There is no entry %1; the last one is %2.</source>
        <translation>Es gibt keinen Eintrag %1; der letzte ist %2.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Es gibt keinen Ordner %1.</translation>
    </message>
    <message>
        <source>There is no keychain for the keys of the example&apos;s people.</source>
        <translation>Es gibt keinen Schlüsselbund für die Schlüssel der Personen des Beispiels.</translation>
    </message>
    <message>
        <source>There is no keychain on this computer; nothing can be signed.</source>
        <translation>Auf diesem Rechner gibt es keinen Schlüsselbund; es kann nichts signiert werden.</translation>
    </message>
    <message>
        <source>There is no keychain, so no key can be made for you.</source>
        <translation>Es gibt keinen Schlüsselbund, also kann kein Schlüssel für Sie entstehen.</translation>
    </message>
    <message>
        <source>There is no promotion %1.</source>
        <translation>Es gibt keine Freigabe %1.</translation>
    </message>
    <message>
        <source>There is no promotion &quot;%1&quot;. Promotions are named #41, 41 or p123.</source>
        <translation>Es gibt keine Freigabe „%1“. Freigaben heißen #41, 41 oder p123.</translation>
    </message>
    <message>
        <source>There is no session bus, so the keychain cannot be reached. Start this program inside a session, for example with dbus-run-session.</source>
        <translation>Es gibt keinen Sitzungsbus, der Schlüsselbund ist also nicht erreichbar. Starten Sie dieses Programm in einer Sitzung, zum Beispiel mit dbus-run-session.</translation>
    </message>
    <message>
        <source>There is no version %1.</source>
        <translation>Es gibt keine Version %1.</translation>
    </message>
    <message>
        <source>There is no workspace at %1.</source>
        <translation>Bei %1 gibt es keinen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>This is workspace %1 at %2. It is not the trusted %3, nor continues it.</source>
        <translation>Das ist Arbeitsbereich %1 bei %2. Er ist nicht der vertraute %3 und setzt ihn auch nicht fort.</translation>
    </message>
    <message>
        <source>Three times another entry came first. Nothing was signed; try again.</source>
        <translation>Dreimal kam ein anderer Eintrag zuvor. Es wurde nichts signiert; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>What this computer keeps of the workspace for quick opening was damaged, and has been dropped. The ledger is untouched. Open the workspace again.</source>
        <translation>Was dieser Rechner vom Arbeitsbereich zum schnellen Öffnen aufhebt, war beschädigt und wurde verworfen. Das Hauptbuch ist unberührt. Öffnen Sie den Arbeitsbereich noch einmal.</translation>
    </message>
    <message>
        <source>You cannot sign as %1 here. You could sign as %2.</source>
        <translation>Sie können hier nicht als %1 signieren. Sie könnten als %2 signieren.</translation>
    </message>
    <message>
        <source>You cannot sign this promotion: %1 (%2). Ask somebody else who holds the role.</source>
        <translation>Sie können diese Freigabe nicht signieren: %1 (%2). Fragen Sie jemand anderen mit dieser Rolle.</translation>
    </message>
    <message>
        <source>You could sign in several roles: %1. Say in which.</source>
        <translation>Sie könnten in mehreren Rollen signieren: %1. Sagen Sie, in welcher.</translation>
    </message>
    <message>
        <source>You may not read %1: %2.</source>
        <translation>Sie dürfen %1 nicht lesen: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could not be written: %2. Choose another folder.</source>
        <translation>„%1“ konnte nicht geschrieben werden: %2. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a workspace id.</source>
        <translation>„%1“ ist keine Kennung eines Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no entry. Write entry:120.</source>
        <translation>„%1“ nennt keinen Eintrag. Schreiben Sie entry:120.</translation>
    </message>
    <message>
        <source>%1 Its state is not known to this program; the ledger lists its entries.</source>
        <translation>%1 Dieses Programm kennt seinen Zustand nicht; das Hauptbuch listet seine Einträge.</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>Es ist kein Arbeitsbereich geöffnet.</translation>
    </message>
    <message>
        <source>Only a service signs several entries in one step.</source>
        <translation>Nur ein Dienst signiert mehrere Einträge in einem Schritt.</translation>
    </message>
    <message>
        <source>There is no keychain to keep the sign-in in.</source>
        <translation>Es gibt keinen Schlüsselbund, der die Anmeldung aufnehmen könnte.</translation>
    </message>
    <message>
        <source>There is no keychain on this computer, so no key can be kept.</source>
        <translation>Auf diesem Computer gibt es keinen Schlüsselbund; es kann kein Schlüssel aufbewahrt werden.</translation>
    </message>
    <message>
        <source>A value is missing after &quot;%1:&quot;, for example %2.</source>
        <translation>Nach „%1:“ fehlt ein Wert, zum Beispiel %2.</translation>
    </message>
    <message>
        <source>A word is missing here.</source>
        <translation>Hier fehlt ein Wort.</translation>
    </message>
    <message>
        <source>The export was stopped; no file was written.</source>
        <translation>Der Export wurde abgebrochen; es wurde keine Datei geschrieben.</translation>
    </message>
    <message>
        <source>The filter has too many parts.</source>
        <translation>Der Filter hat zu viele Teile.</translation>
    </message>
    <message>
        <source>The filter is too long.</source>
        <translation>Der Filter ist zu lang.</translation>
    </message>
    <message>
        <source>The quotation mark is not closed.</source>
        <translation>Das Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>The spreadsheet cannot be written: %1.</source>
        <translation>Die Tabelle kann nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>There is no format &quot;%1&quot;. Formats are csv, json and xlsx.</source>
        <translation>Das Format „%1“ gibt es nicht. Formate sind csv, json und xlsx.</translation>
    </message>
    <message>
        <source>There is no key &quot;%1:&quot;. Did you mean &quot;%2:&quot;?</source>
        <translation>Den Schlüssel „%1:“ gibt es nicht. Meinten Sie „%2:“?</translation>
    </message>
    <message>
        <source>There is no key &quot;%1:&quot;. Keys are model, version, stage, risk, owner, waiting, registry, tag, domain, regulated, held, finding, artifact, updated and metric; put other text with a colon in quotes.</source>
        <translation>Den Schlüssel „%1:“ gibt es nicht. Schlüssel sind model, version, stage, risk, owner, waiting, registry, tag, domain, regulated, held, finding, artifact, updated und metric; anderer Text mit Doppelpunkt steht in Anführungszeichen.</translation>
    </message>
    <message>
        <source>These are too many values for one key.</source>
        <translation>Das sind zu viele Werte für einen Schlüssel.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; compares with no number. Write %2:&gt;0.9 or %2:&lt;0.9.</source>
        <translation>„%1“ vergleicht mit keiner Zahl. Schreiben Sie %2:&gt;0.9 oder %2:&lt;0.9.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no length of time. Write %2:&gt;2d or %2:&lt;36h, in m (minutes), h, d or w (weeks).</source>
        <translation>„%1“ ist keine Zeitspanne. Schreiben Sie %2:&gt;2d oder %2:&lt;36h, in m (Minuten), h, d oder w (Wochen).</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value of &quot;%2:&quot;. Did you mean &quot;%3&quot;?</source>
        <translation>„%1“ ist kein Wert von „%2:“. Meinten Sie „%3“?</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value of &quot;%2:&quot;. It is one of: %3.</source>
        <translation>„%1“ ist kein Wert von „%2:“. Möglich sind: %3.</translation>
    </message>
    <message>
        <source>The file cannot be attached: %1</source>
        <translation>Die Datei kann nicht beigefügt werden: %1</translation>
    </message>
    <message>
        <source>This console has a key for synchronising already. Connections says what it still waits for.</source>
        <translation>Diese Konsole hat bereits einen Schlüssel zum Synchronisieren. Unter Verbindungen steht, worauf er noch wartet.</translation>
    </message>
    <message>
        <source>%1 does not hold what was verified here, from entry %2 on.</source>
        <translation>%1 enthält ab Eintrag %2 nicht das, was hier geprüft wurde.</translation>
    </message>
    <message>
        <source>%1 does not let you do this: %2. Ask who runs it for GRANT countersign_writer (or countersign_reader) TO your user.</source>
        <translation>%1 erlaubt Ihnen das nicht: %2. Bitten Sie den Betreiber um GRANT countersign_writer (oder countersign_reader) TO Ihren Benutzer.</translation>
    </message>
    <message>
        <source>%1 does not let you in: %2. Check user and password with who runs the database.</source>
        <translation>%1 lässt Sie nicht hinein: %2. Prüfen Sie Benutzer und Passwort mit dem Betreiber der Datenbank.</translation>
    </message>
    <message>
        <source>%1 does not let you in: %2. Give the password with &quot;countersignctl workspace sign-in&quot;, or PGPASSWORD.</source>
        <translation>%1 lässt Sie nicht hinein: %2. Geben Sie das Passwort mit "countersignctl workspace sign-in" oder PGPASSWORD an.</translation>
    </message>
    <message>
        <source>%1 has no room left: %2. Nothing was stored.</source>
        <translation>%1 hat keinen Platz mehr: %2. Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>%1 holds a workspace already, of %2 entries. It is left as it is. Take another database.</source>
        <translation>%1 enthält schon einen Arbeitsbereich mit %2 Einträgen. Er bleibt, wie er ist. Nehmen Sie eine andere Datenbank.</translation>
    </message>
    <message>
        <source>%1 is a standby and takes nothing at the moment: a failover is under way. Reading goes on; try again.</source>
        <translation>%1 ist ein Ersatzserver und nimmt gerade nichts an: Es wird umgeschaltet. Lesen geht weiter; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 refused: %2.</source>
        <translation>%1 hat abgelehnt: %2.</translation>
    </message>
    <message>
        <source>%1: %2. Ask who runs the server to make it (createdb).</source>
        <translation>%1: %2. Bitten Sie den Betreiber des Servers, sie anzulegen (createdb).</translation>
    </message>
    <message>
        <source>A password does not belong into an address: it would stand in histories and lists. Leave it out; it is asked for and kept in the keychain, or read from PGPASSWORD or ~/.pgpass.</source>
        <translation>Ein Passwort gehört nicht in eine Adresse: Es stünde in Verläufen und Listen. Lassen Sie es weg; es wird erfragt und im Schlüsselbund aufbewahrt oder aus PGPASSWORD oder ~/.pgpass gelesen.</translation>
    </message>
    <message>
        <source>Entry %1 is missing in %2. A replica can fill the gap (refill).</source>
        <translation>Eintrag %1 fehlt in %2. Eine Kopie kann die Lücke füllen (refill).</translation>
    </message>
    <message>
        <source>Entry %1 moved this ledger to a %2. Open it there; whatever is signed here would be another history.</source>
        <translation>Eintrag %1 hat dieses Hauptbuch an einen anderen Ort verlegt (%2). Öffnen Sie es dort; was hier unterschrieben würde, wäre eine andere Geschichte.</translation>
    </message>
    <message>
        <source>Stopped. What was copied stays; run it again.</source>
        <translation>Angehalten. Was kopiert wurde, bleibt; starten Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The address asks for sslmode=%1, which does not check who answers. Leave it out, or write sslmode=verify-full.</source>
        <translation>Die Adresse verlangt sslmode=%1; damit wird nicht geprüft, wer antwortet. Lassen Sie es weg oder schreiben Sie sslmode=verify-full.</translation>
    </message>
    <message>
        <source>The connection to %1 broke after your entry was sent, so that it is not known whether it stands in the ledger. When the connection is back, look before you sign again. (%2)</source>
        <translation>Die Verbindung zu %1 ist abgebrochen, nachdem Ihr Eintrag gesendet war; ob er im Hauptbuch steht, ist nicht bekannt. Sehen Sie nach, wenn die Verbindung wieder da ist, bevor Sie noch einmal unterschreiben. (%2)</translation>
    </message>
    <message>
        <source>The connection to %1 is not protected by a verified certificate, and is not used. Set sslmode=verify-full in the service or the environment.</source>
        <translation>Die Verbindung zu %1 ist nicht durch ein geprüftes Zertifikat geschützt und wird nicht benutzt. Setzen Sie sslmode=verify-full im Dienst oder in der Umgebung.</translation>
    </message>
    <message>
        <source>There is no keychain to keep the password in.</source>
        <translation>Es gibt keinen Schlüsselbund, der das Passwort aufbewahren könnte.</translation>
    </message>
    <message>
        <source>This is no address of a database: %1. Write postgresql://USER@HOST/DATABASE.</source>
        <translation>Das ist keine Adresse einer Datenbank: %1. Schreiben Sie postgresql://BENUTZER@RECHNER/DATENBANK.</translation>
    </message>
    <message>
        <source>%1 is empty, but this desk holds a copy of the workspace that was there. Give it back with &quot;countersignctl workspace refill&quot;, or take another database.</source>
        <translation>%1 ist leer, aber dieser Arbeitsplatz hat eine Kopie des Arbeitsbereichs, der dort war. Geben Sie sie mit "countersignctl workspace refill" zurück oder nehmen Sie eine andere Datenbank.</translation>
    </message>
    <message>
        <source>Entry %1 is missing in %2.</source>
        <translation>Eintrag %1 fehlt in %2.</translation>
    </message>
    <message>
        <source>%1 cannot be moved to %2.</source>
        <translation>%1 kann nicht nach %2 verschoben werden.</translation>
    </message>
    <message>
        <source>%1 could not prove who it is: %2. Have the server&apos;s certificate mended (is it expired, or for another name?); for an authority of your own add sslrootcert=FILE to the address.</source>
        <translation>%1 konnte nicht beweisen, wer es ist: %2. Lassen Sie das Zertifikat des Servers in Ordnung bringen (ist es abgelaufen oder auf einen anderen Namen ausgestellt?); für eine eigene Zertifizierungsstelle fügen Sie der Adresse sslrootcert=DATEI hinzu.</translation>
    </message>
    <message>
        <source>Entry %1 stands in the ledger, but this desk&apos;s copy of it could not be written: %2 Do not sign it again; once that is mended, the copy goes on by itself.</source>
        <translation>Eintrag %1 steht im Hauptbuch, aber die Kopie dieses Arbeitsplatzes konnte nicht geschrieben werden: %2 Unterschreiben Sie nicht noch einmal; sobald das behoben ist, läuft die Kopie von selbst weiter.</translation>
    </message>
    <message>
        <source>Entry %1 stands twice in %2: somebody took the rule away that allows one line at one place. Have its administrator find out who.</source>
        <translation>Eintrag %1 steht zweimal in %2: Jemand hat die Regel entfernt, die an einer Stelle nur eine Zeile zulässt. Lassen Sie die Administratoren herausfinden, wer das war.</translation>
    </message>
    <message>
        <source>Nothing was signed: entries %1 to %2 came in meanwhile, and these concern the same subject: %3. Look again.</source>
        <translation>Es wurde nichts signiert: Inzwischen kamen die Einträge %1 bis %2 hinzu, und diese betreffen denselben Gegenstand: %3. Sehen Sie noch einmal hin.</translation>
    </message>
    <message>
        <source>There is no keychain, so this desk has no key of its own.</source>
        <translation>Es gibt keinen Schlüsselbund, daher hat dieser Arbeitsplatz keinen eigenen Schlüssel.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 holds another history from entry %2 on. Nothing was changed. Fill an empty database, or have its administrator set this one aside.</source>
        <translation>%1 enthält ab Eintrag %2 eine andere Geschichte. Nichts wurde geändert. Füllen Sie eine leere Datenbank, oder lassen Sie diese beiseitelegen.</translation>
    </message>
    <message>
        <source>%1 holds everything that was verified here: nothing is lost.</source>
        <translation>%1 enthält alles, was hier geprüft wurde: Nichts ist verloren.</translation>
    </message>
    <message>
        <source>%1 is a copy of workspace %2, and you had workspace %3 at %4. Nothing was changed.</source>
        <translation>%1 ist eine Kopie des Arbeitsbereichs %2, und bei %4 hatten Sie den Arbeitsbereich %3. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 is of %2, not of this workspace (%3).</source>
        <translation>%1 gehört zu %2, nicht zu diesem Arbeitsbereich (%3).</translation>
    </message>
    <message>
        <source>%1, which keeps the tree heads of others, cannot be used: %2.</source>
        <translation>%1, worin die Stände anderer aufbewahrt werden, ist nicht benutzbar: %2.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing but the acceptance of a loss can be signed in this history.</source>
        <translation>In dieser Geschichte kann nichts unterschrieben werden als das Hinnehmen eines Verlusts.</translation>
    </message>
    <message>
        <source>The administrators have accepted this loss already.</source>
        <translation>Die Administratoren haben diesen Verlust schon hingenommen.</translation>
    </message>
    <message>
        <source>The administrators have not accepted this loss: %1 of %2 have signed.</source>
        <translation>Die Administratoren haben diesen Verlust nicht hingenommen: %1 von %2 haben unterschrieben.</translation>
    </message>
    <message>
        <source>The checkpoint is of %1, not of this workspace (%2).</source>
        <translation>Der Checkpoint gehört zu %1, nicht zu diesem Arbeitsbereich (%2).</translation>
    </message>
    <message>
        <source>The checkpoint names %1, and the ledger that this desk has verified, at %2, does not continue it. It was not signed. Two histories exist: tell the administrators.</source>
        <translation>Der Checkpoint nennt %1, und das Hauptbuch, das dieser Arbeitsplatz geprüft hat, setzt ihn bei %2 nicht fort. Er wurde nicht unterschrieben. Es gibt zwei Geschichten: Sagen Sie es den Administratoren.</translation>
    </message>
    <message>
        <source>The checkpoint names %1, and this desk has verified %2 only. It was not signed.</source>
        <translation>Der Checkpoint nennt %1, und dieser Arbeitsplatz hat nur %2 geprüft. Er wurde nicht unterschrieben.</translation>
    </message>
    <message>
        <source>The newest thing known of this ledger is from %1, %2 hours ago, and the policy allows %3. A server that keeps entries back looks the same. Compare tree heads with a colleague (&quot;countersignctl heads&quot;), or have somebody else sign something first.</source>
        <translation>Das Neueste, was von diesem Hauptbuch bekannt ist, ist von %1, vor %2 Stunden, und die Richtlinie erlaubt %3. Ein Server, der Einträge zurückhält, sieht genauso aus. Vergleichen Sie die Stände mit einem anderen Arbeitsplatz („countersignctl heads“), oder lassen Sie zuerst jemand anderen etwas unterschreiben.</translation>
    </message>
    <message>
        <source>The script for the database is not part of this program.</source>
        <translation>Das Skript für die Datenbank gehört nicht zu diesem Programm.</translation>
    </message>
    <message>
        <source>This copy is not what was seen last. %1</source>
        <translation>Diese Kopie ist nicht, was zuletzt gesehen wurde. %1</translation>
    </message>
    <message>
        <source>This desk has no copy of %1. Ask a colleague who has opened it, or give --from BACKUP.</source>
        <translation>Dieser Arbeitsplatz hat keine Kopie von %1. Fragen Sie jemanden, der ihn geöffnet hat, oder geben Sie --from SICHERUNG an.</translation>
    </message>
    <message>
        <source>Tree heads cannot be exchanged in %1: %2.</source>
        <translation>In %1 können keine Stände ausgetauscht werden: %2.</translation>
    </message>
    <message>
        <source>%1 has more than %2 bytes and is no proof file.</source>
        <translation>%1 hat mehr als %2 Bytes und ist keine Nachweisdatei.</translation>
    </message>
    <message>
        <source>%1 holds another key than the one that was compared. Look at the file again.</source>
        <translation>%1 enthält einen anderen Schlüssel als den, der verglichen wurde. Sehen Sie sich die Datei noch einmal an.</translation>
    </message>
    <message>
        <source>%1 is no proof file: %2 Choose the file made by &quot;Create my key&quot; or by &quot;countersignctl people new-key&quot;.</source>
        <translation>%1 ist keine Nachweisdatei. %2 Wählen Sie die Datei, die „Meinen Schlüssel erzeugen“ oder „countersignctl people new-key“ erstellt hat.</translation>
    </message>
    <message>
        <source>%1: the field &quot;%2&quot; %3. Ask for a new file made by &quot;Create my key&quot; or by &quot;countersignctl people new-key&quot;.</source>
        <translation>%1: Das Feld „%2“ %3. Bitten Sie um eine neue Datei von „Meinen Schlüssel erzeugen“ oder „countersignctl people new-key“.</translation>
    </message>
    <message>
        <source>No enrolled key has the fingerprint %1.</source>
        <translation>Kein aufgenommener Schlüssel hat den Fingerabdruck %1.</translation>
    </message>
    <message>
        <source>The pasted text is longer than any proof. Paste what &quot;Copy as text&quot; gave, and nothing else.</source>
        <translation>Der eingefügte Text ist länger als jeder Nachweis. Fügen Sie nur das ein, was „Als Text kopieren“ ergeben hat.</translation>
    </message>
    <message>
        <source>The proof could not be written to %1: %2. No key was kept.</source>
        <translation>Der Nachweis konnte nicht nach %1 geschrieben werden: %2. Es wurde kein Schlüssel aufbewahrt.</translation>
    </message>
    <message>
        <source>%1 said that it took everything, and holds %2 entries of %3. Somebody changed its functions: have resources/postgresql/countersign.sql run again.</source>
        <translation>%1 hat alles angenommen und enthält doch nur %2 von %3 Einträgen. Jemand hat seine Funktionen geändert: Lassen Sie resources/postgresql/countersign.sql noch einmal ausführen.</translation>
    </message>
    <message>
        <source>Somebody at %1 holds the lock under which entries are appended. Nothing was stored. Try again; if it stays so, ask who runs it to look for a session that holds an advisory lock.</source>
        <translation>Jemand bei %1 hält die Sperre, unter der Einträge angehängt werden. Nichts wurde gespeichert. Versuchen Sie es noch einmal; wenn es so bleibt, bitten Sie den Betreiber, nach einer Sitzung mit einer Advisory-Sperre zu suchen.</translation>
    </message>
    <message>
        <source>The witness at %1 did not sign (%2): %3</source>
        <translation>Der Zeuge unter %1 hat nicht unterschrieben (%2): %3</translation>
    </message>
    <message>
        <source>The witness at %1 has signed a head of %2 entries, and here are %3.</source>
        <translation>Der Zeuge unter %1 hat einen Stand von %2 Einträgen unterschrieben, und hier sind %3.</translation>
    </message>
    <message>
        <source>The witness at %1 has signed a head that this ledger does not continue: it was shown another history, or the administrators have given one up since. Nothing was written.</source>
        <translation>Der Zeuge unter %1 hat einen Stand unterschrieben, den dieses Hauptbuch nicht fortsetzt: Ihm wurde eine andere Geschichte gezeigt, oder die Administratoren haben seither eine aufgegeben. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>What the witness at %1 signed is by no key that this ledger trusts as a witness. Have the administrators trust its key first (&quot;people trust --purpose witness&quot;).</source>
        <translation>Was der Zeuge unter %1 unterschrieben hat, stammt von keinem Schlüssel, dem dieses Hauptbuch als Zeugen vertraut. Lassen Sie die Administratoren zuerst seinem Schlüssel vertrauen („people trust --purpose witness“).</translation>
    </message>
    <message>
        <source>%1 has %2 of at least %3 characters that the policy asks for.</source>
        <translation>%1 hat %2 von mindestens %3 Zeichen, die die Richtlinie verlangt.</translation>
    </message>
    <message>
        <source>Entry %1 lets you sign nothing here as %2.</source>
        <translation>Eintrag %1 lässt Sie hier nichts als %2 signieren.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Abgebrochen.</translation>
    </message>
</context>
<context>
    <name>FoundingChoice</name>
    <message>
        <source>“%1” is listed twice. Name each administrator once.</source>
        <translation>„%1“ steht zweimal in der Liste. Nennen Sie jeden Administrator einmal.</translation>
    </message>
    <message>
        <source>A single-person workspace has one administrator: you.</source>
        <translation>Ein Arbeitsbereich für eine Person hat einen Administrator: Sie.</translation>
    </message>
    <message>
        <source>A team needs at least two administrators. Add one more name.</source>
        <translation>Ein Team braucht mindestens zwei Administratoren. Fügen Sie einen Namen hinzu.</translation>
    </message>
    <message>
        <source>At least two administrators must agree. Raise the number to 2.</source>
        <translation>Mindestens zwei Administratoren müssen zustimmen. Erhöhen Sie die Zahl auf 2.</translation>
    </message>
    <message>
        <source>%1 of %2 administrators can never agree. Lower the number or add names.</source>
        <translation>%1 von %2 Administratoren können niemals zustimmen. Verringern Sie die Zahl oder fügen Sie Namen hinzu.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 a role, %2 how many people at least must hold it</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Small team</source>
        <translation>Kleines Team</translation>
    </message>
    <message>
        <source>All gates and laws, for a team whose people hold several roles.</source>
        <translation>Alle Gates und Gesetze, für ein Team, in dem eine Person mehrere Rollen hat.</translation>
    </message>
    <message>
        <source>ML engineer</source>
        <translation>ML-Engineering</translation>
    </message>
    <message>
        <source>Tech lead</source>
        <translation>Technische Leitung</translation>
    </message>
    <message>
        <source>Platform team</source>
        <translation>Plattform-Team</translation>
    </message>
    <message>
        <source>Product owner</source>
        <translation>Produktverantwortung</translation>
    </message>
    <message>
        <source>Regulated organisation</source>
        <translation>Regulierte Organisation</translation>
    </message>
    <message>
        <source>Separate seats for risk, compliance, security and audit, and a committee.</source>
        <translation>Eigene Rollen für Risiko, Compliance, Sicherheit und Revision sowie ein Ausschuss.</translation>
    </message>
    <message>
        <source>Business owner</source>
        <translation>Geschäftsverantwortung</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Compliance officer</source>
        <translation>Compliance</translation>
    </message>
    <message>
        <source>Model-risk manager</source>
        <translation>Modellrisikomanagement</translation>
    </message>
    <message>
        <source>Model risk committee</source>
        <translation>Modellrisikoausschuss</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>The workspace has no name. Type one.</source>
        <translation>Der Arbeitsbereich hat keinen Namen. Geben Sie einen ein.</translation>
    </message>
    <message>
        <source>The name is longer than %1 characters. Shorten it.</source>
        <translation>Der Name ist länger als %1 Zeichen. Kürzen Sie ihn.</translation>
    </message>
    <message>
        <source>No file is chosen. Choose where the workspace is kept.</source>
        <translation>Es ist keine Datei gewählt. Wählen Sie, wo der Arbeitsbereich liegen soll.</translation>
    </message>
    <message>
        <source>An administrator has no name or one over %1 characters.</source>
        <translation>Ein Administrator hat keinen Namen oder einen mit mehr als %1 Zeichen.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe</translation>
    </message>
    <message>
        <source>&amp;Promotion</source>
        <translation>&amp;Freigabe</translation>
    </message>
    <message>
        <source>&amp;Ledger</source>
        <translation>&amp;Hauptbuch</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>H&amp;ilfe</translation>
    </message>
</context>
<context>
    <name>PolicySheets</name>
    <message>
        <source>It weakens nothing: whatever passes under it passes under the policy in force too.</source>
        <translation>Sie schwächt nichts: Was unter ihr besteht, besteht auch unter der geltenden Richtlinie.</translation>
    </message>
    <message>
        <source>It weakens the policy</source>
        <translation>Sie schwächt die Richtlinie</translation>
    </message>
    <message>
        <source>Reviewed by another person: %1.</source>
        <translation>Durchsicht durch eine andere Person: %1.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Propose revision %1</source>
        <translation>Revision %1 vorschlagen</translation>
    </message>
    <message>
        <source>Your proposal is signed and stays in the ledger, with the whole document. Nothing changes before the signatures below are there and somebody puts it in force.</source>
        <translation>Ihr Vorschlag wird signiert und bleibt im Hauptbuch, mit dem ganzen Dokument. Nichts ändert sich, bevor die Signaturen unten da sind und jemand die Revision in Kraft setzt.</translation>
    </message>
    <message>
        <source>What changes, and why</source>
        <translation>Was sich ändert, und warum</translation>
    </message>
    <message>
        <source>Sign proposal</source>
        <translation>Vorschlag signieren</translation>
    </message>
    <message>
        <source>Proposed in entry %1.</source>
        <translation>Vorgeschlagen in Eintrag %1.</translation>
    </message>
    <message>
        <source>Conditions of this role that become weaker: %1</source>
        <translation>Bedingungen dieser Rolle, die schwächer werden: %1</translation>
    </message>
    <message>
        <source>The role you sign in</source>
        <translation>Die Rolle, in der Sie signieren</translation>
    </message>
    <message>
        <source>As %1</source>
        <translation>Als %1</translation>
    </message>
    <message>
        <source>Refuse revision %1</source>
        <translation>Revision %1 ablehnen</translation>
    </message>
    <message>
        <source>Sign revision %1</source>
        <translation>Revision %1 signieren</translation>
    </message>
    <message>
        <source>proposed by %1: %2</source>
        <translation>vorgeschlagen von %1: %2</translation>
    </message>
    <message>
        <source>A refusal ends this proposal: it has to be proposed anew.</source>
        <translation>Eine Ablehnung beendet diesen Vorschlag: Die Revision muss neu vorgeschlagen werden.</translation>
    </message>
    <message>
        <source>You sign this sentence about exactly this document:</source>
        <translation>Sie signieren diesen Satz über genau dieses Dokument:</translation>
    </message>
    <message>
        <source>Why (at least %1 characters)</source>
        <translation>Grund (mindestens %1 Zeichen)</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Sign refusal</source>
        <translation>Ablehnung signieren</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>Signieren</translation>
    </message>
    <message>
        <source>Signed in entry %1.</source>
        <translation>Signiert in Eintrag %1.</translation>
    </message>
    <message>
        <source>Put revision %1 in force</source>
        <translation>Revision %1 in Kraft setzen</translation>
    </message>
    <message>
        <source>It holds from that entry on. Promotions that are open must satisfy both the revision that they were opened under and this one.</source>
        <translation>Sie gilt ab diesem Eintrag. Offene Freigaben müssen sowohl die Revision erfüllen, unter der sie eröffnet wurden, als auch diese.</translation>
    </message>
    <message>
        <source>Put in force</source>
        <translation>In Kraft setzen</translation>
    </message>
    <message>
        <source>In force since entry %1.</source>
        <translation>Gilt seit Eintrag %1.</translation>
    </message>
    <message>
        <source>Withdraw revision %1</source>
        <translation>Revision %1 zurückziehen</translation>
    </message>
    <message>
        <source>The proposal ends. It and its signatures stay in the ledger.</source>
        <translation>Der Vorschlag endet. Er und seine Signaturen bleiben im Hauptbuch.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Withdrawn in entry %1.</source>
        <translation>Zurückgezogen in Eintrag %1.</translation>
    </message>
    <message>
        <source>Must sign first: %1</source>
        <translation>Vorher nötige Signaturen: %1</translation>
    </message>
    <message>
        <source>What becomes possible</source>
        <translation>Was möglich wird</translation>
    </message>
    <message>
        <source>What changes in the document (%1)</source>
        <translation>Was sich im Dokument ändert (%1)</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>herausgenommen</translation>
    </message>
    <message>
        <source>There are %1 more. &quot;Compare&quot; shows them all.</source>
        <translation>Es gibt %1 weitere. „Vergleichen“ zeigt alle.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Rules</source>
        <extracomment>group of pages in the rail: policy, RACI</extracomment>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Proof</source>
        <extracomment>group of pages in the rail: ledger, reports</extracomment>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Set-up</source>
        <extracomment>group of pages in the rail: connections, people</extracomment>
        <translation>Einrichtung</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Keys and signing</source>
        <translation>Schlüssel und Signaturen</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light or dark, or as the desktop has it.</source>
        <translation>Hell oder dunkel, oder so wie der Desktop.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Of all text, measured against the size of the desktop.</source>
        <translation>Aller Texte, gemessen an der Größe des Desktops.</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Whether notices and panes slide into place, or stand there at once.</source>
        <translation>Ob Hinweise und Bereiche hereingleiten oder gleich an ihrem Platz stehen.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Reduce</source>
        <translation>Verringern</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Of the window. What is signed keeps the language of the policy, and digests, ids and exports do not change.</source>
        <translation>Des Fensters. Was signiert wird, behält die Sprache der Richtlinie; Digests, Kennungen und Exporte ändern sich nicht.</translation>
    </message>
    <message>
        <source>Say when something waits for me</source>
        <translation>Melden, wenn etwas auf mich wartet</translation>
    </message>
    <message>
        <source>One notice of the desktop for all that is new in the inbox. It opens the inbox and signs nothing.</source>
        <translation>Ein Hinweis des Desktops für alles, was im Eingang neu ist. Er öffnet den Eingang und signiert nichts.</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Ruhe ab</translation>
    </message>
    <message>
        <source>From this time of day on no notice is shown; it waits for the end.</source>
        <translation>Ab dieser Uhrzeit erscheint kein Hinweis; er wartet bis zum Ende der Ruhezeit.</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Ruhe bis</translation>
    </message>
    <message>
        <source>End of the quiet hours. The same time twice means that there are none.</source>
        <translation>Ende der Ruhezeit. Zweimal dieselbe Uhrzeit bedeutet: keine Ruhezeit.</translation>
    </message>
    <message>
        <source>Lock the key after</source>
        <translation>Schlüssel sperren nach</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>Exact bytes on the sign-off page</source>
        <translation>Genaue Bytes auf der Signaturseite</translation>
    </message>
    <message>
        <source>Whether the bytes that are signed stand open at once. They are always there.</source>
        <translation>Ob die Bytes, die signiert werden, gleich aufgeklappt sind. Da sind sie immer.</translation>
    </message>
    <message>
        <source>The first five times</source>
        <translation>Die ersten fünf Male</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>An opened key is forgotten after this time without a key press or a click here, and after ten minutes without a signature in any case.</source>
        <translation>Ein geöffneter Schlüssel wird nach dieser Zeit ohne Tastendruck oder Klick hier vergessen, und nach zehn Minuten ohne Signatur in jedem Fall.</translation>
    </message>
</context>
<context>
    <name>WidgetPrompter</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Type “%1” to go on.</source>
        <translation>Geben Sie „%1“ ein, um fortzufahren.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1 s</source>
        <extracomment>a length of time in seconds</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>a length of time in minutes</extracomment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <extracomment>a length of time in hours</extracomment>
        <translation>%1 Std.</translation>
    </message>
    <message>
        <source>%1 d</source>
        <extracomment>a length of time in days</extracomment>
        <translation>%1 T.</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <extracomment>%1 is a length of time, for example &quot;2 d&quot;</extracomment>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>overdue since %1</source>
        <translation>überfällig seit %1</translation>
    </message>
    <message>
        <source>due in %1</source>
        <translation>fällig in %1</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <extracomment>%1 is a date and time, for example &quot;Tue 24 Nov 2026, 14:06&quot;</extracomment>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>a date, in the letters of Qt&apos;s date formats</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy, HH:mm</source>
        <translation>ddd d. MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <translation>d. MMM HH:mm</translation>
    </message>
</context>
<context>
    <name>cs::app::Console</name>
    <message>
        <source>shortcuts.pdf</source>
        <translation>tastenkuerzel.pdf</translation>
    </message>
    <message>
        <source>PDF file (*.pdf)</source>
        <translation>PDF-Datei (*.pdf)</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 wurde gespeichert.</translation>
    </message>
    <message>
        <source>Sign in as…</source>
        <translation>Anmelden als …</translation>
    </message>
    <message>
        <source>Choose whose key of this keychain signs.</source>
        <translation>Wählen, wessen Schlüssel aus diesem Schlüsselbund signiert.</translation>
    </message>
    <message>
        <source>Lock the key</source>
        <translation>Schlüssel sperren</translation>
    </message>
    <message>
        <source>Forgets the open key until it is needed again.</source>
        <translation>Vergisst den geöffneten Schlüssel, bis er wieder gebraucht wird.</translation>
    </message>
    <message>
        <source>Verifying %1 of %2</source>
        <translation>%1 von %2 geprüft</translation>
    </message>
    <message>
        <source>Not the ledger that was seen</source>
        <translation>Nicht das Hauptbuch, das hier bekannt ist</translation>
    </message>
    <message>
        <source>Verified %1</source>
        <translation>Geprüft %1</translation>
    </message>
    <message>
        <source>Entry %1 breaks a law</source>
        <translation>Eintrag %1 bricht ein Gesetz</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <source>Signing is blocked</source>
        <translation>Signieren ist gesperrt</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Nur Lesen</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>Niemand ist angemeldet</translation>
    </message>
    <message>
        <source>key unlocked</source>
        <translation>Schlüssel entsperrt</translation>
    </message>
    <message>
        <source>keychain locked</source>
        <translation>Schlüsselbund gesperrt</translation>
    </message>
    <message>
        <source>key locked</source>
        <translation>Schlüssel gesperrt</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>kein Schlüssel</translation>
    </message>
    <message>
        <source>reading only</source>
        <translation>nur lesend</translation>
    </message>
    <message>
        <source>Read from this computer</source>
        <translation>Von diesem Rechner gelesen</translation>
    </message>
    <message>
        <source>Tree head %1 · %2</source>
        <translation>Baumkopf %1 · %2</translation>
    </message>
    <message>
        <source>This is not the ledger that was seen here.</source>
        <translation>Das ist nicht das Hauptbuch, das hier bekannt ist.</translation>
    </message>
    <message>
        <source>Not verified yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>The link leads to a page that this program does not have: %1.</source>
        <translation>Der Link führt zu einer Seite, die dieses Programm nicht hat: %1.</translation>
    </message>
    <message>
        <source>%1 is open.</source>
        <translation>%1 ist geöffnet.</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>Es ist kein Arbeitsbereich geöffnet.</translation>
    </message>
    <message>
        <source>The link leads into another workspace</source>
        <translation>Der Link führt in einen anderen Arbeitsbereich</translation>
    </message>
    <message>
        <source>It names the workspace %1, which has not been opened on this computer. %2 Open its file to go there.</source>
        <translation>Er nennt den Arbeitsbereich %1, der auf diesem Rechner noch nicht geöffnet wurde. %2 Öffnen Sie seine Datei, um dorthin zu gehen.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>This is not the workspace of the link, which names %1.</source>
        <translation>Das ist nicht der Arbeitsbereich des Links; der nennt %1.</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Making the example workspace: its people, keys and history</source>
        <translation>Der Beispiel-Arbeitsbereich entsteht: seine Personen, Schlüssel und Geschichte</translation>
    </message>
    <message>
        <source>Compare before you open %1</source>
        <translation>Vergleichen Sie, bevor Sie %1 öffnen</translation>
    </message>
    <message>
        <source>They are the same, open</source>
        <translation>Sie stimmen überein, öffnen</translation>
    </message>
    <message>
        <source>%1 is not what this console saw last</source>
        <translation>%1 ist nicht das, was diese Konsole zuletzt sah</translation>
    </message>
    <message>
        <source>%1 Nothing was changed. Ask who keeps the ledger, or restore it from a backup.</source>
        <translation>%1 Es wurde nichts geändert. Fragen Sie, wer das Hauptbuch führt, oder stellen Sie es aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>Open to read</source>
        <translation>Zum Lesen öffnen</translation>
    </message>
    <message>
        <source>%1 could not be opened</source>
        <translation>%1 konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>%1 Nothing was changed.</source>
        <translation>%1 Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>Anderen öffnen …</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The keys of several people are here. Choose who signs.</source>
        <translation>Hier liegen die Schlüssel mehrerer Personen. Wählen Sie, wer signiert.</translation>
    </message>
    <message>
        <source>No key of this workspace is in this keychain. Reading needs none.</source>
        <translation>In diesem Schlüsselbund liegt kein Schlüssel dieses Arbeitsbereichs. Lesen braucht keinen.</translation>
    </message>
    <message>
        <source>Sign in as %1</source>
        <translation>Anmelden als %1</translation>
    </message>
    <message>
        <source>Offline: reading only</source>
        <translation>Offline: nur Lesen</translation>
    </message>
    <message numerus="yes">
        <source>%n entries behind</source>
        <translation>
            <numerusform>%n Eintrag zurück</numerusform>
            <numerusform>%n Einträge zurück</numerusform>
        </translation>
    </message>
    <message>
        <source>In step with %1</source>
        <translation>Im Gleichstand mit %1</translation>
    </message>
    <message>
        <source>Own copy of %1</source>
        <translation>Eigene Kopie von %1</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Give the password…</source>
        <translation>Passwort angeben …</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>Catching up with %1</source>
        <translation>Holt auf zu %1</translation>
    </message>
    <message>
        <source>Fetching and verifying</source>
        <translation>Wird geholt und geprüft</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Wird verbunden</translation>
    </message>
    <message>
        <source>%1 Choose who signs.</source>
        <translation>%1 Wählen Sie, wer signiert.</translation>
    </message>
    <message>
        <source>Nothing can be signed at this desk. What you see is your own copy, each entry verified here.</source>
        <translation>An diesem Arbeitsplatz kann nichts signiert werden. Was Sie sehen, ist Ihre eigene Kopie, jeder Eintrag hier geprüft.</translation>
    </message>
</context>
<context>
    <name>cs::app::Options</name>
    <message>
        <source>Gates and sign-off for ML models.</source>
        <translation>Gates und Freigaben für ML-Modelle.</translation>
    </message>
    <message>
        <source>Workspace to open.</source>
        <translation>Zu öffnender Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Save a picture of the loaded window and end.</source>
        <translation>Ein Bild des geladenen Fensters speichern und enden.</translation>
    </message>
    <message>
        <source>Size of the window.</source>
        <translation>Größe des Fensters.</translation>
    </message>
    <message>
        <source>light, dark or system.</source>
        <translation>light, dark oder system.</translation>
    </message>
    <message>
        <source>Language of the window, for example de.</source>
        <translation>Sprache des Fensters, zum Beispiel de.</translation>
    </message>
    <message>
        <source>Size of the text in per cent, 75 to 200.</source>
        <translation>Größe des Textes in Prozent, 75 bis 200.</translation>
    </message>
    <message>
        <source>Device pixel ratio, for example 2.</source>
        <translation>Pixelverhältnis des Geräts, zum Beispiel 2.</translation>
    </message>
    <message>
        <source>Open without the possibility to sign.</source>
        <translation>Ohne die Möglichkeit zu signieren öffnen.</translation>
    </message>
    <message>
        <source>Id and root of the workspace have been compared.</source>
        <translation>Kennung und Wurzel des Arbeitsbereichs wurden verglichen.</translation>
    </message>
    <message>
        <source>Start apart from a window that runs already.</source>
        <translation>Getrennt von einem schon laufenden Fenster starten.</translation>
    </message>
    <message>
        <source>End once the screen is loaded.</source>
        <translation>Enden, sobald die Ansicht geladen ist.</translation>
    </message>
    <message>
        <source>Workspace to open, or a link: countersign://WORKSPACE-ID/PAGE/TARGET.</source>
        <translation>Zu öffnender Arbeitsbereich oder ein Link: countersign://ARBEITSBEREICH-ID/SEITE/ZIEL.</translation>
    </message>
    <message>
        <source>Screen to show: inbox, models:v14, flow, promotion:#41, ledger:1281, settings, sign-off.</source>
        <translation>Anzuzeigende Seite: inbox, models:v14, flow, promotion:#41, ledger:1281, settings, sign-off.</translation>
    </message>
</context>
<context>
    <name>cs::app::PassphraseSheet</name>
    <message>
        <source>Passphrase of your key</source>
        <translation>Passphrase Ihres Schlüssels</translation>
    </message>
    <message>
        <source>It wraps the key before the key goes into the keychain. Nobody can recover it.</source>
        <translation>Sie verschließt den Schlüssel, bevor er in den Schlüsselbund kommt. Niemand kann sie wiederherstellen.</translation>
    </message>
    <message numerus="yes">
        <source>Passphrase, at least %n character(s)</source>
        <translation>
            <numerusform>Passphrase, mindestens %n Zeichen</numerusform>
            <numerusform>Passphrase, mindestens %n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal dasselbe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>Schlüssel erzeugen</translation>
    </message>
    <message numerus="yes">
        <source>The passphrase needs %n more character(s).</source>
        <translation>
            <numerusform>Der Passphrase fehlt noch %n Zeichen.</numerusform>
            <numerusform>Der Passphrase fehlen noch %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>Die beiden Passphrasen unterscheiden sich.</translation>
    </message>
</context>
<context>
    <name>cs::ui::ActionSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Unlock keychain…</source>
        <translation>Schlüsselbund entsperren …</translation>
    </message>
    <message>
        <source>A text is required: %1.</source>
        <translation>Ein Text ist erforderlich: %1.</translation>
    </message>
    <message>
        <source>The signature is on its way.</source>
        <translation>Die Signatur ist unterwegs.</translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>Zur Bestätigung %1 eingeben</translation>
    </message>
    <message>
        <source>This cannot be taken back: type %1 first.</source>
        <translation>Das lässt sich nicht zurücknehmen: geben Sie zuerst %1 ein.</translation>
    </message>
</context>
<context>
    <name>cs::ui::AlarmSheet</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Its tree head cannot be computed.</source>
        <translation>Sein Baumkopf lässt sich nicht berechnen.</translation>
    </message>
    <message>
        <source>Copy size and root</source>
        <translation>Größe und Wurzel kopieren</translation>
    </message>
    <message>
        <source>Signer</source>
        <translation>Signiert von</translation>
    </message>
    <message>
        <source>Dated</source>
        <translation>Datiert</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Not an entry</source>
        <translation>Kein Eintrag</translation>
    </message>
    <message>
        <source>What happened to this ledger</source>
        <translation>Was mit diesem Hauptbuch geschehen ist</translation>
    </message>
    <message>
        <source>Both sides are being read.</source>
        <translation>Beide Seiten werden gelesen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Writing %1 of %2</source>
        <translation>Wird geschrieben: %1 von %2</translation>
    </message>
    <message>
        <source>Verifying this desk&apos;s copy: %1 of %2</source>
        <translation>Die Kopie dieses Arbeitsplatzes wird geprüft: %1 von %2</translation>
    </message>
    <message>
        <source>Nothing is wrong any more: what is shown now is what was verified here.</source>
        <translation>Es ist alles wieder in Ordnung: Was jetzt gezeigt wird, ist das, was hier geprüft wurde.</translation>
    </message>
    <message>
        <source>Entry %1 and what follows are gone from the server</source>
        <translation>Eintrag %1 und alles danach fehlen auf dem Server</translation>
    </message>
    <message>
        <source>Entry %1 is another one on the server</source>
        <translation>Eintrag %1 ist auf dem Server ein anderer</translation>
    </message>
    <message>
        <source>What the server shows as entry %1 is no entry of this ledger</source>
        <translation>Was der Server als Eintrag %1 zeigt, ist kein Eintrag dieses Hauptbuchs</translation>
    </message>
    <message>
        <source>This is not the ledger that was seen here</source>
        <translation>Das ist nicht das Hauptbuch, das hier gesehen wurde</translation>
    </message>
    <message>
        <source>Ways out</source>
        <translation>Auswege</translation>
    </message>
    <message>
        <source>Both tree heads</source>
        <translation>Beide Baumköpfe</translation>
    </message>
    <message>
        <source>Verified at this desk</source>
        <translation>An diesem Arbeitsplatz geprüft</translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation>Jetzt gezeigt</translation>
    </message>
    <message>
        <source>The first entry in question: entry %1</source>
        <translation>Der erste fragliche Eintrag: Eintrag %1</translation>
    </message>
    <message>
        <source>Nothing: the copy of this desk ends before it.</source>
        <translation>Nichts: Die Kopie dieses Arbeitsplatzes endet davor.</translation>
    </message>
    <message>
        <source>Nothing: the server ends before it.</source>
        <translation>Nichts: Der Server endet davor.</translation>
    </message>
    <message>
        <source>Nothing that could be kept: the line is missing.</source>
        <translation>Nichts, was aufbewahrt werden konnte: Die Zeile fehlt.</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Both sides are kept in a file. Do not throw it away: it shows others what happened.</source>
        <translation>Beide Seiten liegen in einer Datei. Werfen Sie sie nicht weg: Sie zeigt anderen, was geschehen ist.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie sichern …</translation>
    </message>
    <message>
        <source>The file cannot be read any more.</source>
        <translation>Die Datei kann nicht mehr gelesen werden.</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Save a copy of the evidence</source>
        <translation>Eine Kopie des Belegs sichern</translation>
    </message>
    <message>
        <source>Evidence file (*.json)</source>
        <translation>Belegdatei (*.json)</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 wurde gespeichert.</translation>
    </message>
    <message>
        <source>Give the server back what it lost</source>
        <translation>Dem Server zurückgeben, was er verloren hat</translation>
    </message>
    <message>
        <source>This desk&apos;s copy is verified from the first entry, then the missing entries are appended: the same bytes at the same places. Nothing on the server is overwritten. Right where the database was restored from an old backup or failed over to a standby that lacked the newest entries.</source>
        <translation>Die Kopie dieses Arbeitsplatzes wird vom ersten Eintrag an geprüft, dann werden die fehlenden Einträge angehängt: dieselben Bytes an denselben Stellen. Auf dem Server wird nichts überschrieben. Richtig, wenn die Datenbank aus einer alten Sicherung wiederhergestellt wurde oder auf einen Ersatzserver wechselte, dem die neuesten Einträge fehlten.</translation>
    </message>
    <message>
        <source>Give it back…</source>
        <translation>Zurückgeben …</translation>
    </message>
    <message>
        <source>Nothing that was verified here is gone. Whoever runs the server has to take away what is no entry.</source>
        <translation>Nichts, was hier geprüft wurde, ist verschwunden. Wer den Server betreibt, muss entfernen, was kein Eintrag ist.</translation>
    </message>
    <message>
        <source>It is under way.</source>
        <translation>Es läuft gerade.</translation>
    </message>
    <message>
        <source>Compare with a colleague</source>
        <translation>Mit jemandem im Team vergleichen</translation>
    </message>
    <message>
        <source>Read these to somebody whose desk has opened the same workspace, by voice or face to face. If their desk verified the same size and root, it is the server that changed. If theirs shows what the server shows now, two histories are about: keep both evidence files, sign nothing, and call whoever runs the database.</source>
        <translation>Lesen Sie das jemandem vor, dessen Arbeitsplatz denselben Arbeitsbereich geöffnet hat, am Telefon oder von Angesicht zu Angesicht. Wurden dort dieselbe Größe und Wurzel geprüft, hat sich der Server verändert. Zeigt der andere Arbeitsplatz, was der Server jetzt zeigt, sind zwei Geschichten im Umlauf: Bewahren Sie beide Belegdateien auf, signieren Sie nichts, und rufen Sie an, wer die Datenbank betreibt.</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Root</source>
        <translation>Wurzel</translation>
    </message>
    <message>
        <source>Handbook: when the server is not what it was</source>
        <translation>Handbuch: wenn der Server nicht mehr ist, was er war</translation>
    </message>
    <message>
        <source>Copy all three</source>
        <translation>Alle drei kopieren</translation>
    </message>
    <message>
        <source>Give the server back what it lost?</source>
        <translation>Dem Server zurückgeben, was er verloren hat?</translation>
    </message>
    <message numerus="yes">
        <source>%n entries are appended to %1, for everybody. If somebody emptied it on purpose, ask them first.</source>
        <translation>
            <numerusform>%n Eintrag wird an %1 angehängt, für alle. Falls jemand ihn absichtlich geleert hat, fragen Sie erst dort.</numerusform>
            <numerusform>%n Einträge werden an %1 angehängt, für alle. Falls jemand ihn absichtlich geleert hat, fragen Sie erst dort.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give it back</source>
        <translation>Zurückgeben</translation>
    </message>
    <message>
        <source>Verifying this desk&apos;s copy</source>
        <translation>Die Kopie dieses Arbeitsplatzes wird geprüft</translation>
    </message>
    <message>
        <source>It was done just now.</source>
        <translation>Es ist gerade geschehen.</translation>
    </message>
    <message>
        <source>The server holds everything again: %1 entries, %2 texts and %3 evidence files were written. This desk compares once more and takes the alarm down by itself.</source>
        <translation>Der Server enthält wieder alles: %1 Einträge, %2 Texte und %3 Belegdateien wurden geschrieben. Dieser Arbeitsplatz vergleicht noch einmal und nimmt den Alarm von selbst zurück.</translation>
    </message>
    <message>
        <source>Comparing with the server</source>
        <translation>Wird mit dem Server verglichen</translation>
    </message>
    <message>
        <source>The server is being given its entries. Cancel that first, or wait.</source>
        <translation>Der Server erhält gerade seine Einträge. Brechen Sie das erst ab, oder warten Sie.</translation>
    </message>
    <message>
        <source>Nothing can be signed at this desk while this stands. What you read is your own copy, each entry verified here.</source>
        <translation>Solange das so ist, kann an diesem Arbeitsplatz nichts signiert werden. Was Sie lesen, ist Ihre eigene Kopie, jeder Eintrag hier geprüft.</translation>
    </message>
    <message>
        <source>Another desk has seen something else than this one</source>
        <translation>Ein anderer Arbeitsplatz hat etwas anderes gesehen als dieser</translation>
    </message>
    <message>
        <source>Seen by the other desk</source>
        <translation>Vom anderen Arbeitsplatz gesehen</translation>
    </message>
</context>
<context>
    <name>cs::ui::AttachForm</name>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>No file is chosen yet.</source>
        <translation>Noch ist keine Datei gewählt.</translation>
    </message>
    <message>
        <source>Kind, as the gates ask for it</source>
        <translation>Art, wie die Gates sie verlangen</translation>
    </message>
    <message>
        <source>Name in lists</source>
        <translation>Name in Listen</translation>
    </message>
    <message>
        <source>Optional; the kind is shown without it</source>
        <translation>Freiwillig; ohne ihn wird die Art gezeigt</translation>
    </message>
    <message>
        <source>Choose the file that is attached.</source>
        <translation>Wählen Sie die Datei, die beigefügt wird.</translation>
    </message>
    <message>
        <source>Name the kind in small letters, for example &quot;fairness report&quot;.</source>
        <translation>Nennen Sie die Art in Kleinbuchstaben, zum Beispiel „fairness report“.</translation>
    </message>
    <message>
        <source>Attach evidence</source>
        <translation>Beleg beifügen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>cs::ui::BreakGlassSheet</name>
    <message>
        <source> or </source>
        <comment>between roles</comment>
        <translation> oder </translation>
    </message>
    <message>
        <source>Review the break-glass of promotion #%1</source>
        <translation>Notfallweg der Freigabe #%1 nachprüfen</translation>
    </message>
    <message>
        <source>Authorise break-glass for promotion #%1</source>
        <translation>Notfallweg für Freigabe #%1 autorisieren</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <translation>%1 %2, %3</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sign review</source>
        <translation>Nachprüfung signieren</translation>
    </message>
    <message>
        <source>Sign authorisation</source>
        <translation>Autorisierung signieren</translation>
    </message>
    <message>
        <source>What your signature means</source>
        <translation>Was Ihre Signatur bedeutet</translation>
    </message>
    <message>
        <source>This is an emergency. I authorise that the promotion is executed although its gate is not satisfied. It will read overridden, never satisfied, and it has to be reviewed afterwards.</source>
        <translation>Dies ist ein Notfall. Ich autorisiere, dass die Freigabe ausgeführt wird, obwohl ihr Gate nicht erfüllt ist. Sie heißt danach „übersteuert“, nie „erfüllt“, und muss nachgeprüft werden.</translation>
    </message>
    <message>
        <source>The result should not stand: I revoke it</source>
        <translation>Das Ergebnis soll nicht bestehen bleiben: Ich widerrufe es</translation>
    </message>
    <message>
        <source>The review stays open and the model is held when it is due, until it is rolled back</source>
        <translation>Die Nachprüfung bleibt offen, und bei Fälligkeit ist das Modell gesperrt, bis es zurückgerollt ist</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was er bewirkt</translation>
    </message>
    <message>
        <source>Executed</source>
        <translation>Ausgeführt</translation>
    </message>
    <message>
        <source>Review due</source>
        <translation>Nachprüfung fällig</translation>
    </message>
    <message>
        <source>Authorised</source>
        <translation>Autorisiert</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Overrides</source>
        <translation>Übersteuert</translation>
    </message>
    <message>
        <source>nothing: the gate is satisfied</source>
        <translation>nichts: Das Gate ist erfüllt</translation>
    </message>
    <message>
        <source>Never skips</source>
        <translation>Überspringt nie</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Still needed</source>
        <translation>Noch nötig</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>%1 after signing</source>
        <translation>%1 nach der Signatur</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Verbraucht</translation>
    </message>
    <message>
        <source>%1 of %2 for this model in 90 days</source>
        <translation>%1 von %2 für dieses Modell in 90 Tagen</translation>
    </message>
    <message>
        <source>signed by %1</source>
        <translation>unterschrieben von %1</translation>
    </message>
    <message>
        <source>you can sign</source>
        <translation>Sie können signieren</translation>
    </message>
    <message>
        <source>missing, %1</source>
        <translation>fehlt, %1</translation>
    </message>
    <message>
        <source>nobody can sign</source>
        <translation>niemand kann signieren</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Signiert</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>Prüft nach</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>Its reference, for example INC-4711</source>
        <translation>Sein Kennzeichen, zum Beispiel INC-4711</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message numerus="yes">
        <source>at least %n character(s), signed with it</source>
        <translation>
            <numerusform>mindestens %n Zeichen, mitsigniert</numerusform>
            <numerusform>mindestens %n Zeichen, mitsigniert</numerusform>
        </translation>
    </message>
    <message>
        <source>Name the incident.</source>
        <translation>Nennen Sie den Vorfall.</translation>
    </message>
    <message numerus="yes">
        <source>The comment needs %n more character(s).</source>
        <translation>
            <numerusform>Dem Kommentar fehlt noch %n Zeichen.</numerusform>
            <numerusform>Dem Kommentar fehlen noch %n Zeichen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The reason needs %n more character(s).</source>
        <translation>
            <numerusform>Der Begründung fehlt noch %n Zeichen.</numerusform>
            <numerusform>Der Begründung fehlen noch %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The bytes hold a commitment to your words; they appear when the words are complete.</source>
        <translation>Die Bytes enthalten eine Festlegung auf Ihre Worte; sie erscheinen, wenn die Worte vollständig sind.</translation>
    </message>
    <message>
        <source>The signature is on its way.</source>
        <translation>Die Signatur ist unterwegs.</translation>
    </message>
    <message>
        <source>The bytes to be signed are being made.</source>
        <translation>Die Bytes, die signiert werden, entstehen gerade.</translation>
    </message>
    <message>
        <source>Reviewed the break-glass of #%1 in entry %2.</source>
        <translation>Notfallweg von #%1 in Eintrag %2 nachgeprüft.</translation>
    </message>
    <message>
        <source>Authorised break-glass for #%1 in entry %2.</source>
        <translation>Notfallweg für #%1 in Eintrag %2 autorisiert.</translation>
    </message>
</context>
<context>
    <name>cs::ui::Button</name>
    <message>
        <source>Off because: %1</source>
        <translation>Aus, weil: %1</translation>
    </message>
</context>
<context>
    <name>cs::ui::CameInSheet</name>
    <message>
        <source>Nothing was signed: somebody was quicker</source>
        <translation>Nichts wurde signiert: Jemand war schneller</translation>
    </message>
    <message numerus="yes">
        <source>%n entries came in since what you looked at.</source>
        <translation>
            <numerusform>Seit dem, was Sie ansahen, kam %n Eintrag hinzu.</numerusform>
            <numerusform>Seit dem, was Sie ansahen, kamen %n Einträge hinzu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not sign</source>
        <translation>Nicht signieren</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal ansehen</translation>
    </message>
    <message>
        <source>Your signature would have been about something that has moved. See what came in, then look again: the page is made anew, and your words are kept.</source>
        <translation>Ihre Signatur hätte etwas gegolten, das sich bewegt hat. Sehen Sie, was hinzukam, dann sehen Sie noch einmal hin: Die Seite wird neu erstellt, und Ihre Worte bleiben erhalten.</translation>
    </message>
    <message>
        <source>Your signature would have been about something that has moved. See what came in, then look again: the page is made anew.</source>
        <translation>Ihre Signatur hätte etwas gegolten, das sich bewegt hat. Sehen Sie, was hinzukam, dann sehen Sie noch einmal hin: Die Seite wird neu erstellt.</translation>
    </message>
    <message>
        <source>The entries are being read.</source>
        <translation>Die Einträge werden gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>%n more entries about other things stand in the ledger.</source>
        <translation>
            <numerusform>%n weiterer Eintrag zu anderem steht im Hauptbuch.</numerusform>
            <numerusform>%n weitere Einträge zu anderem stehen im Hauptbuch.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Entry %1, signed by %2 at %3</source>
        <translation>Eintrag %1, signiert von %2 um %3</translation>
    </message>
    <message>
        <source>Concerns this. %1</source>
        <translation>Betrifft dies. %1</translation>
    </message>
</context>
<context>
    <name>cs::ui::ChoiceListField</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>cs::ui::CommandTable</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>cs::ui::ComparePane</name>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>This: %1</source>
        <translation>Diese: %1</translation>
    </message>
    <message>
        <source>This version</source>
        <translation>Diese Version</translation>
    </message>
    <message>
        <source>Production: %1</source>
        <translation>Produktion: %1</translation>
    </message>
    <message>
        <source>In production</source>
        <translation>In Produktion</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Im Vergleich</translation>
    </message>
    <message>
        <source>A gate asks</source>
        <translation>Ein Gate verlangt</translation>
    </message>
    <message>
        <source>Export the comparison as CSV…</source>
        <translation>Vergleich als CSV exportieren…</translation>
    </message>
    <message>
        <source>Comparison with the version in production</source>
        <translation>Vergleich mit der Version in Produktion</translation>
    </message>
    <message>
        <source>This version serves production</source>
        <translation>Diese Version bedient die Produktion</translation>
    </message>
    <message>
        <source>No version of this model serves production</source>
        <translation>Keine Version dieses Modells bedient die Produktion</translation>
    </message>
    <message>
        <source>Open the page of another version of the model to compare it with this one.</source>
        <translation>Öffnen Sie die Seite einer anderen Version des Modells, um sie mit dieser zu vergleichen.</translation>
    </message>
    <message>
        <source>As soon as one does, it stands beside this version here.</source>
        <translation>Sobald es eine tut, steht sie hier neben dieser Version.</translation>
    </message>
    <message>
        <source>%1 beside %2</source>
        <translation>%1 neben %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>counts of metrics and facts, for example &quot;3 better, 1 worse, 6 different&quot;</extracomment>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n better</source>
        <translation>
            <numerusform>%n besser</numerusform>
            <numerusform>%n besser</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n worse</source>
        <translation>
            <numerusform>%n schlechter</numerusform>
            <numerusform>%n schlechter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n different</source>
        <translation>
            <numerusform>%n anders</numerusform>
            <numerusform>%n anders</numerusform>
        </translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
</context>
<context>
    <name>cs::ui::CompareView</name>
    <message>
        <source>Weaker</source>
        <translation>Schwächer</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Anders</translation>
    </message>
    <message>
        <source>Stricter</source>
        <translation>Strenger</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>not in this revision</source>
        <translation>nicht in dieser Revision</translation>
    </message>
    <message>
        <source>Older revision</source>
        <translation>Ältere Revision</translation>
    </message>
    <message>
        <source>Newer revision</source>
        <translation>Neuere Revision</translation>
    </message>
    <message>
        <source>Conditions of both revisions</source>
        <translation>Bedingungen beider Revisionen</translation>
    </message>
    <message>
        <source>Show changed gates only</source>
        <translation>Nur geänderte Gates zeigen</translation>
    </message>
    <message>
        <source>Show all gates</source>
        <translation>Alle Gates zeigen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What becomes possible</source>
        <translation>Was möglich wird</translation>
    </message>
    <message>
        <source>Who must sign</source>
        <translation>Wer signieren muss</translation>
    </message>
    <message>
        <source>Revision %1, in force</source>
        <translation>Revision %1, gilt</translation>
    </message>
    <message>
        <source>Revision %1</source>
        <translation>Revision %1</translation>
    </message>
    <message>
        <source>Revision %1, proposed</source>
        <translation>Revision %1, vorgeschlagen</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>The revisions could not be compared</source>
        <translation>Die Revisionen konnten nicht verglichen werden</translation>
    </message>
    <message numerus="yes">
        <source>%n weaker</source>
        <translation>
            <numerusform>%n schwächer</numerusform>
            <numerusform>%n schwächer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stricter</source>
        <translation>
            <numerusform>%n strenger</numerusform>
            <numerusform>%n strenger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>%n gleich</numerusform>
            <numerusform>%n gleich</numerusform>
        </translation>
    </message>
    <message>
        <source>Next case</source>
        <translation>Nächster Fall</translation>
    </message>
    <message>
        <source>Compared by what each lets through, in %1 ms. Some of it was not decided, and counts as weakening.</source>
        <translation>Verglichen nach dem, was jede durchlässt, in %1 ms. Manches wurde nicht entschieden und zählt als Schwächung.</translation>
    </message>
    <message>
        <source>Compared by what each lets through, in %1 ms. Nothing was left undecided.</source>
        <translation>Verglichen nach dem, was jede durchlässt, in %1 ms. Nichts blieb unentschieden.</translation>
    </message>
    <message>
        <source>Nothing: whatever passes under the newer revision passes under the older one too.</source>
        <translation>Nichts: Was unter der neueren Revision besteht, besteht auch unter der älteren.</translation>
    </message>
    <message>
        <source>case %1 of %2</source>
        <translation>Fall %1 von %2</translation>
    </message>
    <message>
        <source>Enough now: %1</source>
        <translation>Jetzt genügt: %1</translation>
    </message>
    <message>
        <source>The older revision asked besides: %1</source>
        <translation>Die ältere Revision verlangte außerdem: %1</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>nobody holds it</source>
        <translation>niemand hat sie inne</translation>
    </message>
    <message>
        <source>may review it</source>
        <translation>darf sie durchsehen</translation>
    </message>
    <message>
        <source>loses a say</source>
        <translation>verliert Mitsprache</translation>
    </message>
    <message>
        <source>may accept a weakening</source>
        <translation>darf einer Schwächung zustimmen</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>Nothing is changed</source>
        <translation>Nichts ist geändert</translation>
    </message>
</context>
<context>
    <name>cs::ui::CompletionList</name>
    <message>
        <source>Completions</source>
        <translation>Vervollständigungen</translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n Version</numerusform>
            <numerusform>%n Versionen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::ConnectionsPage</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Add registry…</source>
        <translation>Registry hinzufügen …</translation>
    </message>
    <message>
        <source>Sync all</source>
        <translation>Alle abgleichen</translation>
    </message>
    <message>
        <source>Model registries</source>
        <translation>Modell-Registries</translation>
    </message>
    <message>
        <source>The registries could not be read</source>
        <translation>Die Registries konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>There is no registry yet.</source>
        <translation>Es gibt noch keine Registry.</translation>
    </message>
    <message numerus="yes">
        <source>%n registries</source>
        <translation>
            <numerusform>%n Registry</numerusform>
            <numerusform>%n Registries</numerusform>
        </translation>
    </message>
    <message>
        <source>No registry is connected yet</source>
        <translation>Noch ist keine Registry verbunden</translation>
    </message>
    <message>
        <source>Connect the MLflow registry that holds your models: its models and versions appear here, and what it serves is compared with what the ledger says.</source>
        <translation>Verbinden Sie die MLflow-Registry, die Ihre Modelle enthält: ihre Modelle und Versionen erscheinen hier, und was sie bereitstellt, wird mit dem Hauptbuch verglichen.</translation>
    </message>
    <message>
        <source>Add a registry</source>
        <translation>Eine Registry hinzufügen</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>MLflow</source>
        <translation>MLflow</translation>
    </message>
    <message>
        <source>Its models and versions are registered as they come. Nothing that it says satisfies a gate.</source>
        <translation>Ihre Modelle und Versionen werden registriert, wie sie kommen. Nichts, was sie sagt, erfüllt ein Gate.</translation>
    </message>
    <message>
        <source>What it has brought stays. Another address asks for a new sign-in.</source>
        <translation>Was sie gebracht hat, bleibt. Eine andere Adresse verlangt eine neue Anmeldung.</translation>
    </message>
    <message>
        <source>Add registry</source>
        <translation>Registry hinzufügen</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>Added the registry, entry %1.</source>
        <translation>Die Registry wurde hinzugefügt, Eintrag %1.</translation>
    </message>
    <message>
        <source>Changed the registry, entry %1.</source>
        <translation>Die Registry wurde geändert, Eintrag %1.</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>It is not synchronised any more and its sign-in is forgotten. Models, versions and findings that it brought stay in the ledger.</source>
        <translation>Sie wird nicht mehr abgeglichen, und ihre Anmeldung wird vergessen. Modelle, Versionen und Befunde, die sie gebracht hat, bleiben im Hauptbuch.</translation>
    </message>
    <message>
        <source>Remove registry</source>
        <translation>Registry entfernen</translation>
    </message>
    <message>
        <source>Removed the registry, entry %1.</source>
        <translation>Die Registry wurde entfernt, Eintrag %1.</translation>
    </message>
    <message>
        <source>Connects a model registry.</source>
        <translation>Verbindet eine Modell-Registry.</translation>
    </message>
    <message>
        <source>Synchronise all registries</source>
        <translation>Alle Registries abgleichen</translation>
    </message>
    <message>
        <source>Reads them and brings them in step.</source>
        <translation>Liest sie und gleicht sie ab.</translation>
    </message>
    <message>
        <source>Cancel the synchronisation</source>
        <translation>Abgleich abbrechen</translation>
    </message>
    <message>
        <source>Stops it; what was recorded stays.</source>
        <translation>Hält ihn an; was aufgezeichnet wurde, bleibt.</translation>
    </message>
    <message>
        <source>registry</source>
        <translation>Registry</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>This console synchronises already.</source>
        <translation>Diese Konsole synchronisiert bereits.</translation>
    </message>
    <message>
        <source>Let this console synchronise…</source>
        <translation>Diese Konsole synchronisieren lassen …</translation>
    </message>
    <message>
        <source>Makes a key for a service of this console, or shows what that still waits for.</source>
        <translation>Erzeugt einen Schlüssel für einen Dienst dieser Konsole oder zeigt, worauf das noch wartet.</translation>
    </message>
    <message>
        <source>Examine this desk and its server…</source>
        <translation>Diesen Arbeitsplatz und seinen Server untersuchen …</translation>
    </message>
    <message>
        <source>Looks at connection, rights, clock, keychain and disk.</source>
        <translation>Sieht Verbindung, Rechte, Uhr, Schlüsselbund und Platte an.</translation>
    </message>
    <message>
        <source>Show the server of the ledger</source>
        <translation>Den Server des Hauptbuchs zeigen</translation>
    </message>
    <message>
        <source>Who is connected, how large it is, and what this desk&apos;s copy could give back.</source>
        <translation>Wer verbunden ist, wie groß er ist und was die Kopie dieses Arbeitsplatzes zurückgeben könnte.</translation>
    </message>
    <message>
        <source>Server of the ledger</source>
        <translation>Server des Hauptbuchs</translation>
    </message>
    <message>
        <source>connection, users, sizes</source>
        <translation>Verbindung, Benutzer, Größen</translation>
    </message>
</context>
<context>
    <name>cs::ui::CreateKeySheet</name>
    <message>
        <source>Create my key</source>
        <translation>Meinen Schlüssel erzeugen</translation>
    </message>
    <message>
        <source>For who is to be enrolled here</source>
        <translation>Für alle, die hier eingetragen werden sollen</translation>
    </message>
    <message>
        <source>The key is kept in the keychain of this computer and never leaves it. A small proof file says who you are and that you hold the key: carry it to an administrator, who enrols you.</source>
        <translation>Der Schlüssel liegt im Schlüsselbund dieses Computers und verlässt ihn nie. Eine kleine Nachweisdatei sagt, wer Sie sind und dass Sie den Schlüssel haben: Bringen Sie sie zu jemandem aus der Administration; dort werden Sie eingetragen.</translation>
    </message>
    <message>
        <source>Your printed name</source>
        <translation>Ihr Name in Druckschrift</translation>
    </message>
    <message>
        <source>as it will stand beside your signatures</source>
        <translation>so, wie er neben Ihren Signaturen steht</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Make key and save proof…</source>
        <translation>Schlüssel erzeugen und Nachweis sichern …</translation>
    </message>
    <message>
        <source>Write your printed name first.</source>
        <translation>Schreiben Sie zuerst Ihren Namen.</translation>
    </message>
    <message>
        <source>The key is being made.</source>
        <translation>Der Schlüssel wird erzeugt.</translation>
    </message>
    <message>
        <source>Save the proof file</source>
        <translation>Nachweisdatei sichern</translation>
    </message>
    <message>
        <source>Proof file (*.json)</source>
        <translation>Nachweisdatei (*.json)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Let this console synchronise</source>
        <translation>Diese Konsole synchronisieren lassen</translation>
    </message>
    <message>
        <source>With a service of its own</source>
        <translation>Mit einem eigenen Dienst</translation>
    </message>
    <message>
        <source>A key for a service is kept in the keychain of this computer, without a passphrase: it signs while nobody is here. In the role Registry sync it records what registries say and brings aliases and stamps in step; it approves nothing.</source>
        <translation>Der Schlüssel eines Dienstes liegt im Schlüsselbund dieses Computers, ohne Passphrase: er signiert, wenn niemand hier ist. In der Rolle Registry sync hält er fest, was Registries sagen, und bringt Aliase und Stempel auf den Stand; er genehmigt nichts.</translation>
    </message>
    <message>
        <source>A small proof file says that this console holds the key. Carry it to an administrator, who enrols the service and grants the role. Connections shows what is still missing.</source>
        <translation>Eine kleine Nachweisdatei besagt, dass diese Konsole den Schlüssel besitzt. Bringen Sie sie zu einem Administrator, der den Dienst einträgt und die Rolle erteilt. Unter Verbindungen steht, was noch fehlt.</translation>
    </message>
    <message>
        <source>Name of the service</source>
        <translation>Name des Dienstes</translation>
    </message>
    <message>
        <source>as it will stand beside its entries</source>
        <translation>wie er neben seinen Einträgen stehen wird</translation>
    </message>
    <message>
        <source>Registry sync on %1</source>
        <translation>Registry sync auf %1</translation>
    </message>
    <message>
        <source>Write the name of the service first.</source>
        <translation>Schreiben Sie zuerst den Namen des Dienstes.</translation>
    </message>
    <message>
        <source>Make key and copy proof as text</source>
        <translation>Schlüssel erzeugen, Nachweis kopieren</translation>
    </message>
    <message>
        <source>The proof was copied: paste it into a message to an administrator. It is no secret.</source>
        <translation>Der Nachweis wurde kopiert: Fügen Sie ihn in eine Nachricht an einen Administrator ein. Er ist kein Geheimnis.</translation>
    </message>
    <message>
        <source>The proof is in %1. Carry it to an administrator, or copy it as text into a message.</source>
        <translation>Der Nachweis liegt in %1. Bringen Sie ihn einem Administrator, oder kopieren Sie ihn als Text in eine Nachricht.</translation>
    </message>
    <message>
        <source>The key is %1.
%2 Compare the fingerprint with them by voice or face to face.</source>
        <translation>Der Schlüssel ist %1.
%2 Vergleichen Sie den Fingerabdruck am Telefon oder von Angesicht zu Angesicht.</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
</context>
<context>
    <name>cs::ui::DateLine</name>
    <message>
        <source>In production on this day (UTC)</source>
        <translation>An diesem Tag in Produktion (UTC)</translation>
    </message>
    <message>
        <source>Day, UTC</source>
        <translation>Tag, UTC</translation>
    </message>
    <message>
        <source>Open version</source>
        <translation>Version öffnen</translation>
    </message>
    <message>
        <source>No version of %1 was in production.</source>
        <translation>Keine Version von %1 war in Produktion.</translation>
    </message>
    <message>
        <source>%1, from %2 to %3</source>
        <translation>%1, von %2 bis %3</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1, seit %2</translation>
    </message>
    <message>
        <source>entry %1</source>
        <translation>Eintrag %1</translation>
    </message>
</context>
<context>
    <name>cs::ui::DecisionPanel</name>
    <message>
        <source>Approve…</source>
        <translation>Genehmigen …</translation>
    </message>
    <message>
        <source>Request changes…</source>
        <translation>Änderungen anfordern …</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Ablehnen …</translation>
    </message>
    <message>
        <source>Execute…</source>
        <translation>Ausführen …</translation>
    </message>
    <message>
        <source>Withdraw my decision…</source>
        <translation>Meine Entscheidung zurückziehen …</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Zurückziehen …</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>Zurückrollen …</translation>
    </message>
    <message>
        <source>A refusal needs a reason and stops this promotion until you withdraw it.</source>
        <translation>Eine Ablehnung braucht einen Grund und hält diese Freigabe an, bis Sie sie zurückziehen.</translation>
    </message>
    <message>
        <source>Role in which you sign</source>
        <translation>Rolle, in der Sie signieren</translation>
    </message>
    <message numerus="yes">
        <source>for %n condition(s)</source>
        <translation>
            <numerusform>für %n Bedingung</numerusform>
            <numerusform>für %n Bedingungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Opened by you</source>
        <translation>Von Ihnen geöffnet</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, opened</source>
        <translation>%1, geöffnet</translation>
    </message>
    <message>
        <source>%1, not opened yet</source>
        <translation>%1, noch nicht geöffnet</translation>
    </message>
    <message>
        <source>Opened. Show it again.</source>
        <translation>Geöffnet. Noch einmal zeigen.</translation>
    </message>
    <message>
        <source>Not opened yet. Show it.</source>
        <translation>Noch nicht geöffnet. Zeigen.</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Abbild</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>You approved as %1 in entry %2.</source>
        <translation>Sie haben als %1 in Eintrag %2 genehmigt.</translation>
    </message>
    <message>
        <source>You rejected as %1 in entry %2.</source>
        <translation>Sie haben als %1 in Eintrag %2 abgelehnt.</translation>
    </message>
    <message>
        <source>You requested changes as %1 in entry %2.</source>
        <translation>Sie haben als %1 in Eintrag %2 Änderungen angefordert.</translation>
    </message>
    <message>
        <source>It does not count any more. %1</source>
        <translation>Sie zählt nicht mehr. %1</translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation>Ihre Entscheidung</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Revise…</source>
        <translation>Überarbeiten …</translation>
    </message>
</context>
<context>
    <name>cs::ui::DigestLabel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Return or a click copies the whole value</source>
        <translation>Eingabe oder ein Klick kopiert den ganzen Wert</translation>
    </message>
</context>
<context>
    <name>cs::ui::DiscussionPanel</name>
    <message>
        <source>Comment…</source>
        <translation>Kommentieren …</translation>
    </message>
    <message>
        <source>Discussion</source>
        <translation>Diskussion</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>genehmigte</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>lehnte ab</translation>
    </message>
    <message>
        <source>requested changes</source>
        <translation>forderte Änderungen an</translation>
    </message>
    <message>
        <source>withdrew the decision</source>
        <translation>zog die Entscheidung zurück</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>schlug vor</translation>
    </message>
    <message>
        <source>revised the proposal</source>
        <translation>überarbeitete den Vorschlag</translation>
    </message>
    <message>
        <source>executed</source>
        <translation>führte aus</translation>
    </message>
    <message>
        <source>withdrew</source>
        <translation>zog zurück</translation>
    </message>
    <message>
        <source>commented</source>
        <translation>kommentierte</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Entry %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <source>Show this entry in the ledger</source>
        <translation>Diesen Eintrag im Hauptbuch zeigen</translation>
    </message>
    <message>
        <source>The text was erased on lawful request; the signature stays.</source>
        <translation>Der Text wurde auf rechtmäßiges Verlangen gelöscht; die Signatur bleibt.</translation>
    </message>
    <message>
        <source>Nobody has said anything yet.</source>
        <translation>Noch hat niemand etwas gesagt.</translation>
    </message>
    <message>
        <source>authorised break-glass</source>
        <translation>hat den Notfallweg autorisiert</translation>
    </message>
    <message>
        <source>executed by break-glass</source>
        <translation>hat auf dem Notfallweg ausgeführt</translation>
    </message>
    <message>
        <source>reviewed the break-glass</source>
        <translation>hat den Notfallweg nachgeprüft</translation>
    </message>
    <message>
        <source>revoked the break-glass</source>
        <translation>hat den Notfallweg widerrufen</translation>
    </message>
</context>
<context>
    <name>cs::ui::DraftModel</name>
    <message>
        <source>Otherwise: %1</source>
        <translation>Sonst: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n Element</numerusform>
            <numerusform>%n Elemente</numerusform>
        </translation>
    </message>
    <message>
        <source>weaker</source>
        <translation>schwächer</translation>
    </message>
    <message>
        <source>stricter</source>
        <translation>strenger</translation>
    </message>
</context>
<context>
    <name>cs::ui::DurationField</name>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>Zeiteinheit</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
</context>
<context>
    <name>cs::ui::Emergency</name>
    <message>
        <source>The policy knows no break-glass for this transition.</source>
        <translation>Die Richtlinie kennt für diesen Übergang keinen Notfallweg.</translation>
    </message>
    <message>
        <source>%1 (off: %2)</source>
        <translation>%1 (aus: %2)</translation>
    </message>
    <message>
        <source>Authorise break-glass…</source>
        <translation>Notfallweg autorisieren…</translation>
    </message>
    <message>
        <source>Execute by break-glass…</source>
        <translation>Auf dem Notfallweg ausführen…</translation>
    </message>
    <message>
        <source>Review break-glass…</source>
        <translation>Notfallweg nachprüfen…</translation>
    </message>
    <message>
        <source>Executed by break-glass; the review is overdue</source>
        <translation>Auf dem Notfallweg ausgeführt; die Nachprüfung ist überfällig</translation>
    </message>
    <message>
        <source>The model is held: no gate of it can be passed until the review is signed or the version is rolled back. It was due %1.</source>
        <translation>Das Modell ist gesperrt: Kein Gate davon lässt sich passieren, bis die Nachprüfung signiert oder die Version zurückgerollt ist. Sie war fällig am %1.</translation>
    </message>
    <message>
        <source>Executed by break-glass; the review is due in %1</source>
        <translation>Auf dem Notfallweg ausgeführt; die Nachprüfung ist fällig in %1</translation>
    </message>
    <message>
        <source>The gate was overridden, not satisfied. Without the review the model is held from %1 on.</source>
        <translation>Das Gate wurde übersteuert, nicht erfüllt. Ohne die Nachprüfung ist das Modell ab %1 gesperrt.</translation>
    </message>
    <message>
        <source>Executed by break-glass, and reviewed</source>
        <translation>Auf dem Notfallweg ausgeführt und nachgeprüft</translation>
    </message>
    <message>
        <source>Executed by break-glass, and rolled back</source>
        <translation>Auf dem Notfallweg ausgeführt und zurückgerollt</translation>
    </message>
    <message>
        <source>The gate was overridden, not satisfied.</source>
        <translation>Das Gate wurde übersteuert, nicht erfüllt.</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>Ansehen …</translation>
    </message>
    <message>
        <source>An authorisation of the break-glass has lapsed</source>
        <translation>Eine Autorisierung des Notfallwegs ist verfallen</translation>
    </message>
    <message>
        <source>Unused, it counts for nothing.</source>
        <translation>Ungenutzt zählt sie nichts.</translation>
    </message>
    <message>
        <source>Break-glass: %1 of %2 persons have authorised it, %3 left</source>
        <translation>Notfallweg: %1 von %2 Personen haben autorisiert, noch %3</translation>
    </message>
    <message>
        <source>Authorise…</source>
        <translation>Autorisieren…</translation>
    </message>
    <message>
        <source>It overrides nothing: the gate is satisfied.</source>
        <translation>Er übersteuert nichts: Das Gate ist erfüllt.</translation>
    </message>
    <message>
        <source>It overrides: %1.</source>
        <translation>Er übersteuert: %1.</translation>
    </message>
    <message>
        <source>Break-glass is authorised for another %1</source>
        <translation>Der Notfallweg ist noch %1 autorisiert</translation>
    </message>
    <message>
        <source>Show entry</source>
        <translation>Eintrag zeigen</translation>
    </message>
    <message>
        <source>Execute promotion #%1 by break-glass?</source>
        <translation>Freigabe #%1 auf dem Notfallweg ausführen?</translation>
    </message>
    <message>
        <source>%1 %2 enters %3 although its gate is not satisfied. Overridden: %4. It has to be reviewed afterwards; overdue, the model is held. Rollback target: %5.</source>
        <translation>%1 %2 kommt nach %3, obwohl das Gate nicht erfüllt ist. Übersteuert: %4. Das muss nachgeprüft werden; ist es überfällig, ist das Modell gesperrt. Rollback-Ziel: %5.</translation>
    </message>
    <message>
        <source>Execute by break-glass</source>
        <translation>Auf dem Notfallweg ausführen</translation>
    </message>
    <message>
        <source>Executed #%1 by break-glass in entry %2.</source>
        <translation>#%1 in Eintrag %2 auf dem Notfallweg ausgeführt.</translation>
    </message>
</context>
<context>
    <name>cs::ui::EntriesCsv</name>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signiert von</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Was er sagt</translation>
    </message>
</context>
<context>
    <name>cs::ui::EntryPane</name>
    <message>
        <source>Copy the stored line</source>
        <translation>Gespeicherte Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy the line as it is stored</source>
        <translation>Die Zeile so kopieren, wie sie gespeichert ist</translation>
    </message>
    <message>
        <source>Copied entry %1 as stored.</source>
        <translation>Eintrag %1 wurde kopiert, wie er gespeichert ist.</translation>
    </message>
    <message>
        <source>Parts of the entry</source>
        <translation>Teile des Eintrags</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Laws</source>
        <translation>Gesetze</translation>
    </message>
    <message>
        <source>Entry %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <source>This entry is in the tree of size %1, whose root is the head of the ledger that is open.</source>
        <translation>Dieser Eintrag steht im Baum der Größe %1, dessen Wurzel der Kopf des geöffneten Hauptbuchs ist.</translation>
    </message>
    <message>
        <source>The proof does not lead to the root of the tree of size %1. Verify the ledger.</source>
        <translation>Der Nachweis führt nicht zur Wurzel des Baums der Größe %1. Prüfen Sie das Hauptbuch.</translation>
    </message>
    <message>
        <source>Leaf hash</source>
        <translation>Blatt-Hash</translation>
    </message>
    <message>
        <source>Head before</source>
        <translation>Kopf davor</translation>
    </message>
    <message>
        <source>Head now</source>
        <translation>Kopf jetzt</translation>
    </message>
    <message>
        <source>Proof path</source>
        <translation>Nachweispfad</translation>
    </message>
    <message>
        <source>%1 hashes, %2 bytes</source>
        <translation>%1 Hashes, %2 Bytes</translation>
    </message>
    <message>
        <source>Key state</source>
        <translation>Zustand des Schlüssels</translation>
    </message>
    <message>
        <source>Export proof…</source>
        <translation>Nachweis exportieren …</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Copies the command that makes the same proof in a terminal</source>
        <translation>Kopiert den Befehl, der denselben Nachweis in einem Terminal erzeugt</translation>
    </message>
    <message>
        <source>Copied the command.</source>
        <translation>Der Befehl wurde kopiert.</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signiert von</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Signed at</source>
        <translation>Signiert am</translation>
    </message>
    <message>
        <source>Ledger time</source>
        <translation>Zeit des Hauptbuchs</translation>
    </message>
    <message>
        <source>Envelope</source>
        <translation>Umschlag</translation>
    </message>
    <message numerus="yes">
        <source>DSSE, Ed25519, %n byte(s)</source>
        <translation>
            <numerusform>DSSE, Ed25519, %n Byte</numerusform>
            <numerusform>DSSE, Ed25519, %n Bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>Signature, base64</source>
        <translation>Signatur, base64</translation>
    </message>
    <message>
        <source>This ledger has not been verified from its first entry since it was opened.</source>
        <translation>Dieses Hauptbuch wurde seit dem Öffnen nicht vom ersten Eintrag an geprüft.</translation>
    </message>
    <message>
        <source>Law %1: %2</source>
        <translation>Gesetz %1: %2</translation>
    </message>
    <message>
        <source>Entry %1 breaks law %2; entries from there on are not trusted.</source>
        <translation>Eintrag %1 bricht Gesetz %2; den Einträgen ab dort wird nicht getraut.</translation>
    </message>
    <message>
        <source>It came after the last verification. Verify again to include it.</source>
        <translation>Er kam nach der letzten Prüfung. Prüfen Sie erneut, um ihn einzuschließen.</translation>
    </message>
    <message>
        <source>It keeps all 14 laws: judged by the same engine that refuses commands.</source>
        <translation>Er hält alle 14 Gesetze ein: beurteilt von derselben Maschine, die Befehle ablehnt.</translation>
    </message>
    <message>
        <source>Exactly one signature, by a key that was enrolled and live (law 2).</source>
        <translation>Genau eine Signatur, von einem Schlüssel, der eingetragen und gültig war (Gesetz 2).</translation>
    </message>
    <message>
        <source>It names the tree head before it (law 1).</source>
        <translation>Er nennt den Baumkopf vor ihm (Gesetz 1).</translation>
    </message>
</context>
<context>
    <name>cs::ui::EvidencePane</name>
    <message>
        <source>Comparison, evidence and discussion</source>
        <translation>Vergleich, Belege und Diskussion</translation>
    </message>
    <message>
        <source>List of the evidence</source>
        <translation>Liste der Belege</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Discussion %1</source>
        <translation>Diskussion %1</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>Beigefügt</translation>
    </message>
    <message>
        <source>by %1, %2</source>
        <translation>von %1, %2</translation>
    </message>
    <message>
        <source>Entry %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <source>Show this entry in the ledger</source>
        <translation>Diesen Eintrag im Hauptbuch zeigen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Digest of the evidence</source>
        <translation>Digest des Belegs</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>%1, opened</source>
        <translation>%1, geöffnet</translation>
    </message>
</context>
<context>
    <name>cs::ui::ExactBytes</name>
    <message>
        <source>Exact bytes to be signed</source>
        <translation>Die genauen zu signierenden Bytes</translation>
    </message>
    <message>
        <source>Copy the exact bytes</source>
        <translation>Die genauen Bytes kopieren</translation>
    </message>
    <message>
        <source>Unfolded</source>
        <translation>Aufgeklappt</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>Zugeklappt</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s), wrapped in DSSE</source>
        <translation>
            <numerusform>%n Byte, in DSSE verpackt</numerusform>
            <numerusform>%n Bytes, in DSSE verpackt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::ExplainPanel</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show this entry in the ledger</source>
        <translation>Diesen Eintrag im Hauptbuch zeigen</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>%1, bound %2</source>
        <translation>%1, Grenze %2</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Benötigt</translation>
    </message>
    <message>
        <source>Who can</source>
        <translation>Wer darf</translation>
    </message>
    <message>
        <source>Not</source>
        <translation>Nicht</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Weil</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1, bis %2</translation>
    </message>
    <message>
        <source>expired %1</source>
        <translation>abgelaufen %1</translation>
    </message>
    <message>
        <source>Rule owner</source>
        <translation>Hüter der Regel</translation>
    </message>
</context>
<context>
    <name>cs::ui::Face</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>cs::ui::FilterField</name>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
</context>
<context>
    <name>cs::ui::FirstRunPage</name>
    <message>
        <source>The system keychain</source>
        <translation>Der Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>Looking for the keychain of this computer</source>
        <translation>Der Schlüsselbund dieses Rechners wird gesucht</translation>
    </message>
    <message>
        <source>The keychain of this computer is ready</source>
        <translation>Der Schlüsselbund dieses Rechners ist bereit</translation>
    </message>
    <message>
        <source>%1, unlocked. Keys are made there and never leave it as a plain file.</source>
        <translation>%1, entsperrt. Schlüssel entstehen dort und verlassen ihn nie als offene Datei.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>The keychain of this computer is locked</source>
        <translation>Der Schlüsselbund dieses Rechners ist gesperrt</translation>
    </message>
    <message>
        <source>%1 is locked. Reading needs no key; to create or sign, unlock it.</source>
        <translation>%1 ist gesperrt. Lesen braucht keinen Schlüssel; zum Anlegen oder Signieren entsperren Sie ihn.</translation>
    </message>
    <message>
        <source>Unlock keychain…</source>
        <translation>Schlüsselbund entsperren …</translation>
    </message>
    <message>
        <source>No keychain was found on this computer</source>
        <translation>Auf diesem Rechner wurde kein Schlüsselbund gefunden</translation>
    </message>
    <message>
        <source>Reading needs no key. To sign, install and start a Secret Service, for example GNOME Keyring or KWallet, and start Countersign again.</source>
        <translation>Lesen braucht keinen Schlüssel. Zum Signieren installieren und starten Sie einen Secret Service, zum Beispiel GNOME-Schlüsselbund oder KWallet, und starten Countersign neu.</translation>
    </message>
    <message>
        <source>The keychain refused to keep a key</source>
        <translation>Der Schlüsselbund wollte keinen Schlüssel aufnehmen</translation>
    </message>
    <message>
        <source>Reading needs no key. Details say what it answered and what to try.</source>
        <translation>Lesen braucht keinen Schlüssel. Die Einzelheiten sagen, was er antwortete und was zu versuchen ist.</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>Countersign workspaces (*.countersign)</source>
        <translation>Countersign-Arbeitsbereiche (*.countersign)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Countersign</source>
        <translation>Countersign</translation>
    </message>
    <message>
        <source>A model reaches production through recorded gates, or not at all.</source>
        <translation>Ein Modell kommt durch aufgezeichnete Gates in die Produktion, oder gar nicht.</translation>
    </message>
    <message>
        <source>Explore the example</source>
        <translation>Das Beispiel erkunden</translation>
    </message>
    <message>
        <source>A workspace with models at every stage and one promotion that waits for you. It is yours to try and to throw away.</source>
        <translation>Ein Arbeitsbereich mit Modellen in jeder Stufe und einer Freigabe, die auf Sie wartet. Er gehört Ihnen, zum Ausprobieren und zum Wegwerfen.</translation>
    </message>
    <message>
        <source>Open the example</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Create a workspace</source>
        <translation>Einen Arbeitsbereich anlegen</translation>
    </message>
    <message>
        <source>Name it, enrol the administrators, start from a policy and its RACI matrix.</source>
        <translation>Benennen, Administratoren eintragen, mit einer Richtlinie und ihrer RACI-Matrix beginnen.</translation>
    </message>
    <message>
        <source>Create…</source>
        <translation>Anlegen …</translation>
    </message>
    <message>
        <source>A workspace file on this computer. Reading needs no key.</source>
        <translation>Eine Arbeitsbereichsdatei auf diesem Rechner. Lesen braucht keinen Schlüssel.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Recent: none yet</source>
        <translation>Zuletzt: noch keiner</translation>
    </message>
    <message>
        <source>Recent:</source>
        <translation>Zuletzt:</translation>
    </message>
    <message>
        <source>Your team keeps its workspace on a server? Join it…</source>
        <translation>Ihr Team hat seinen Arbeitsbereich auf einem Server? Beitreten …</translation>
    </message>
</context>
<context>
    <name>cs::ui::FlowBar</name>
    <message>
        <source> or </source>
        <extracomment>between two risk tiers: &quot;medium or high&quot;</extracomment>
        <translation> oder </translation>
    </message>
    <message>
        <source>Filter by domain or risk</source>
        <translation>Nach Bereich oder Risiko filtern</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>Kleiner (-)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Größer (+)</translation>
    </message>
    <message>
        <source>Show the whole picture (F)</source>
        <translation>Das ganze Bild zeigen (F)</translation>
    </message>
    <message>
        <source>As list</source>
        <translation>Als Liste</translation>
    </message>
    <message>
        <source>The same facts as a table</source>
        <translation>Dieselben Angaben als Tabelle</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Promotions a week, and how long they take</source>
        <translation>Freigaben pro Woche und wie lange sie dauern</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Save or print what is shown</source>
        <translation>Sichern oder drucken, was gezeigt wird</translation>
    </message>
    <message>
        <source>Which model</source>
        <translation>Welches Modell</translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n Version</numerusform>
            <numerusform>%n Versionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n Modell</numerusform>
            <numerusform>%n Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>Alle Modelle</translation>
    </message>
    <message>
        <source>Remove the filter %1</source>
        <translation>Den Filter %1 entfernen</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>Diesen Filter entfernen</translation>
    </message>
    <message>
        <source>Name: %1</source>
        <translation>Name: %1</translation>
    </message>
    <message>
        <source>Domain: %1</source>
        <translation>Bereich: %1</translation>
    </message>
    <message>
        <source>Risk: %1</source>
        <translation>Risiko: %1</translation>
    </message>
    <message>
        <source>Business domain</source>
        <translation>Geschäftsbereich</translation>
    </message>
    <message>
        <source>All domains</source>
        <translation>Alle Bereiche</translation>
    </message>
    <message>
        <source>Risk tier</source>
        <translation>Risikostufe</translation>
    </message>
    <message>
        <source>All risk tiers</source>
        <translation>Alle Risikostufen</translation>
    </message>
    <message>
        <source>Picture as SVG…</source>
        <translation>Bild als SVG …</translation>
    </message>
    <message>
        <source>Picture as PNG…</source>
        <translation>Bild als PNG …</translation>
    </message>
    <message>
        <source>List as CSV…</source>
        <translation>Liste als CSV …</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>cs::ui::FlowCanvas</name>
    <message>
        <source>The gates are being asked.</source>
        <translation>Die Gates werden gerade befragt.</translation>
    </message>
    <message>
        <source>Propose %1. Nothing is signed before you say so.</source>
        <translation>%1 vorschlagen. Nichts wird signiert, bevor Sie es sagen.</translation>
    </message>
    <message>
        <source>The gates have not answered yet. Nothing was proposed.</source>
        <translation>Die Gates haben noch nicht geantwortet. Nichts wurde vorgeschlagen.</translation>
    </message>
    <message>
        <source>No gate leads there. A rollback or a supersession does.</source>
        <translation>Dorthin führt kein Gate, nur ein Rollback oder eine Ersetzung.</translation>
    </message>
</context>
<context>
    <name>cs::ui::FlowList</name>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n Version</numerusform>
            <numerusform>%n Versionen</numerusform>
        </translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>promotion #%1</source>
        <translation>Freigabe #%1</translation>
    </message>
    <message>
        <source>waits for you</source>
        <translation>wartet auf Sie</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Weitere</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n signature(s)</source>
        <translation>
            <numerusform>%1: %n Signatur</numerusform>
            <numerusform>%1: %n Signaturen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, only with %2</source>
        <translation>%1, nur bei %2</translation>
    </message>
    <message>
        <source>%1; %2 of %3 hold</source>
        <translation>%1; %2 von %3 erfüllt</translation>
    </message>
    <message>
        <source>%1; frozen until %2</source>
        <translation>%1; gesperrt bis %2</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>Rückweg</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Änderungssperre</translation>
    </message>
    <message>
        <source>closed now</source>
        <translation>jetzt gesperrt</translation>
    </message>
    <message>
        <source>coming</source>
        <translation>bevorstehend</translation>
    </message>
</context>
<context>
    <name>cs::ui::FlowPage</name>
    <message>
        <source>Flow</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Propose promotion…</source>
        <translation>Freigabe vorschlagen …</translation>
    </message>
    <message>
        <source>Proposes a promotion of the selected version (P)</source>
        <translation>Schlägt eine Freigabe der ausgewählten Version vor (P)</translation>
    </message>
    <message>
        <source>Stages and gates</source>
        <translation>Stufen und Gates</translation>
    </message>
    <message>
        <source>Stages, versions and gates</source>
        <translation>Stufen, Versionen und Gates</translation>
    </message>
    <message>
        <source>The picture could not be read</source>
        <translation>Das Bild konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Policy revision %1, in force since %2</source>
        <translation>Revision %1 der Richtlinie, gilt seit %2</translation>
    </message>
    <message>
        <source>No version matches the filter</source>
        <translation>Keine Version passt zum Filter</translation>
    </message>
    <message>
        <source>Take the filter away to see all models.</source>
        <translation>Entfernen Sie den Filter, um alle Modelle zu sehen.</translation>
    </message>
    <message>
        <source>Remove all filters</source>
        <translation>Alle Filter entfernen</translation>
    </message>
    <message>
        <source>No policy is in force</source>
        <translation>Keine Richtlinie gilt</translation>
    </message>
    <message>
        <source>Stages and gates stand in the policy. Adopt one, and the picture appears here.</source>
        <translation>Stufen und Gates stehen in der Richtlinie. Nehmen Sie eine an, dann erscheint das Bild hier.</translation>
    </message>
    <message>
        <source>No version is on its way yet</source>
        <translation>Noch ist keine Version unterwegs</translation>
    </message>
    <message>
        <source>Register a model and its first version; it begins in %1.</source>
        <translation>Registrieren Sie ein Modell und seine erste Version; sie beginnt in %1.</translation>
    </message>
    <message>
        <source>Go to the models</source>
        <translation>Zu den Modellen</translation>
    </message>
    <message>
        <source>Select a version first: click on a card or use the arrow keys.</source>
        <translation>Wählen Sie zuerst eine Version: Klicken Sie auf eine Karte oder benutzen Sie die Pfeiltasten.</translation>
    </message>
    <message>
        <source>Select a version first.</source>
        <translation>Wählen Sie zuerst eine Version.</translation>
    </message>
    <message>
        <source>Propose a promotion</source>
        <translation>Eine Freigabe vorschlagen</translation>
    </message>
    <message>
        <source>%1 %2, in %3</source>
        <translation>%1 %2, in %3</translation>
    </message>
    <message>
        <source>Your proposal is signed and stays in the ledger. It moves nothing by itself: the gate opens once its conditions hold and the people below have signed.</source>
        <translation>Ihr Vorschlag wird signiert und bleibt im Hauptbuch. Er bewegt von sich aus nichts: Das Gate öffnet sich, sobald seine Bedingungen erfüllt sind und die unten Genannten signiert haben.</translation>
    </message>
    <message>
        <source>What is proposed, and why</source>
        <translation>Was wird vorgeschlagen, und warum</translation>
    </message>
    <message>
        <source>Sign proposal</source>
        <translation>Vorschlag signieren</translation>
    </message>
    <message>
        <source>Proposed in entry %1.</source>
        <translation>Vorgeschlagen in Eintrag %1.</translation>
    </message>
    <message>
        <source>Open the version</source>
        <translation>Die Version öffnen</translation>
    </message>
    <message>
        <source>Open promotion #%1</source>
        <translation>Freigabe #%1 öffnen</translation>
    </message>
    <message>
        <source>Show this model only</source>
        <translation>Nur dieses Modell zeigen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>An exception can be signed.</source>
        <translation>Eine Ausnahme kann signiert werden.</translation>
    </message>
    <message>
        <source>Freezes</source>
        <translation>Änderungssperren</translation>
    </message>
    <message>
        <source>Export the picture</source>
        <translation>Das Bild exportieren</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 wurde gespeichert.</translation>
    </message>
    <message>
        <source>Opens the sheet that proposes the selected version.</source>
        <translation>Öffnet das Blatt, das die ausgewählte Version vorschlägt.</translation>
    </message>
    <message>
        <source>Show the flow as a list</source>
        <translation>Den Ablauf als Liste zeigen</translation>
    </message>
    <message>
        <source>Switches between the picture and a table of the same facts.</source>
        <translation>Wechselt zwischen dem Bild und einer Tabelle derselben Angaben.</translation>
    </message>
    <message>
        <source>Show the pace</source>
        <translation>Das Tempo zeigen</translation>
    </message>
    <message>
        <source>Promotions a week, and how long they take.</source>
        <translation>Freigaben pro Woche und wie lange sie dauern.</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Das ganze Bild zeigen</translation>
    </message>
    <message>
        <source>Makes the picture as large as the page.</source>
        <translation>Macht das Bild so groß wie die Seite.</translation>
    </message>
    <message>
        <source>Show all models</source>
        <translation>Alle Modelle zeigen</translation>
    </message>
    <message>
        <source>Takes every filter of the picture away.</source>
        <translation>Entfernt jeden Filter des Bildes.</translation>
    </message>
    <message>
        <source>Export the flow as SVG…</source>
        <translation>Ablauf als SVG exportieren …</translation>
    </message>
    <message>
        <source>Saves the picture as a drawing.</source>
        <translation>Sichert das Bild als Zeichnung.</translation>
    </message>
    <message>
        <source>Export the flow as PNG…</source>
        <translation>Ablauf als PNG exportieren …</translation>
    </message>
    <message>
        <source>Saves the picture as an image.</source>
        <translation>Sichert das Bild als Pixelbild.</translation>
    </message>
    <message>
        <source>Print the flow…</source>
        <translation>Ablauf drucken …</translation>
    </message>
    <message>
        <source>Prints the picture on one page.</source>
        <translation>Druckt das Bild auf eine Seite.</translation>
    </message>
    <message>
        <source>in the flow, %1</source>
        <translation>im Ablauf, %1</translation>
    </message>
    <message>
        <source>Arrow keys move between versions and gates, Return opens, G shows the gate ahead of a version and who is accountable for it, P proposes. The list has the same facts.</source>
        <translation>Pfeiltasten wechseln zwischen Versionen und Gates, die Eingabetaste öffnet, G zeigt das Gate vor einer Version und wer dafür Rechenschaft trägt, P schlägt vor. Die Liste zeigt dieselben Fakten.</translation>
    </message>
    <message>
        <source>No gate is ahead: select a version on its way.</source>
        <translation>Davor liegt kein Gate: Wählen Sie eine Version, die unterwegs ist.</translation>
    </message>
    <message>
        <source>Show the gate ahead</source>
        <translation>Gate davor zeigen</translation>
    </message>
    <message>
        <source>Shows what the gate ahead of the selected version asks, who signs, and who is accountable.</source>
        <translation>Zeigt, was das Gate vor der gewählten Version verlangt, wer signiert und wer Rechenschaft trägt.</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
</context>
<context>
    <name>cs::ui::FlowWords</name>
    <message>
        <source>nothing here</source>
        <translation>hier ist nichts</translation>
    </message>
    <message>
        <source>Extra states, beside the way</source>
        <translation>Weitere Zustände, neben dem Weg</translation>
    </message>
    <message>
        <source>Drag a card onto a gate, or press P, to propose a promotion.</source>
        <translation>Ziehen Sie eine Karte auf ein Gate oder drücken Sie P, um eine Freigabe vorzuschlagen.</translation>
    </message>
    <message>
        <source>Return opens a version or a gate.</source>
        <translation>Die Eingabetaste öffnet eine Version oder ein Gate.</translation>
    </message>
    <message>
        <source>only regulated</source>
        <translation>nur reguliert</translation>
    </message>
    <message>
        <source>only high risk</source>
        <translation>nur hohes Risiko</translation>
    </message>
    <message>
        <source>only with security review</source>
        <translation>nur mit Sicherheitsprüfung</translation>
    </message>
    <message>
        <source>only with %1</source>
        <translation>nur bei %1</translation>
    </message>
    <message>
        <source>%1 of %2 left</source>
        <translation>%1 von %2 offen</translation>
    </message>
    <message>
        <source>ready</source>
        <extracomment>on a version whose gate is satisfied</extracomment>
        <translation>bereit</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>changes asked</source>
        <translation>Änderungen angefordert</translation>
    </message>
    <message>
        <source>proposal expired</source>
        <translation>Vorschlag abgelaufen</translation>
    </message>
    <message>
        <source>approval stale</source>
        <translation>Genehmigung überholt</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>blockiert</translation>
    </message>
    <message>
        <source>guardrail breached</source>
        <translation>Leitplanke verletzt</translation>
    </message>
    <message>
        <source>held after rollback</source>
        <translation>angehalten nach Rollback</translation>
    </message>
    <message>
        <source>serves</source>
        <translation>im Einsatz</translation>
    </message>
    <message>
        <source>kept for audit</source>
        <translation>im Archiv für Prüfungen</translation>
    </message>
    <message>
        <source>superseded, warm for rollback</source>
        <translation>abgelöst, bereit für einen Rollback</translation>
    </message>
    <message>
        <source>still serves, replacement planned</source>
        <translation>noch im Einsatz, Ersatz geplant</translation>
    </message>
    <message>
        <source>shadow traffic</source>
        <translation>Schattenverkehr</translation>
    </message>
    <message>
        <source>a slice of traffic</source>
        <translation>ein Teil des Verkehrs</translation>
    </message>
    <message>
        <source>a named subset of users</source>
        <translation>eine benannte Gruppe von Benutzern</translation>
    </message>
    <message>
        <source>full traffic</source>
        <translation>gesamter Verkehr</translation>
    </message>
    <message>
        <source>no traffic</source>
        <translation>kein Verkehr</translation>
    </message>
    <message numerus="yes">
        <source>and %n more model(s)</source>
        <translation>
            <numerusform>und %n weiteres Modell</numerusform>
            <numerusform>und %n weitere Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message numerus="yes">
        <source>%n condition(s)</source>
        <translation>
            <numerusform>%n Bedingung</numerusform>
            <numerusform>%n Bedingungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · automatic</source>
        <translation>%1 · automatisch</translation>
    </message>
    <message>
        <source>none open</source>
        <translation>keine offen</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>%1 offen</translation>
    </message>
    <message>
        <source>%1 stale</source>
        <translation>%1 überholt</translation>
    </message>
    <message>
        <source>waits for you</source>
        <translation>wartet auf Sie</translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for you</source>
        <translation>
            <numerusform>%n wartet auf Sie</numerusform>
            <numerusform>%n warten auf Sie</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>newest %1 judged</source>
        <translation>neueste %1 beurteilt</translation>
    </message>
    <message>
        <source>Re-promote an archived version, through the gate</source>
        <translation>Eine archivierte Version erneut freigeben, über das Gate</translation>
    </message>
    <message>
        <source>Re-promote, through the gate</source>
        <translation>Erneut freigeben, über das Gate</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Zurückrollen</translation>
    </message>
    <message>
        <source>%1, restores %2</source>
        <translation>%1, stellt %2 wieder her</translation>
    </message>
    <message>
        <source>%1 · %2 at most</source>
        <translation>%1 · höchstens %2</translation>
    </message>
    <message>
        <source>%1, not rehearsed for %2</source>
        <translation>%1, für %2 nicht geprobt</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n Modell</numerusform>
            <numerusform>%n Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, rehearsed %2</source>
        <translation>%1, geprobt: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, only with %2,</source>
        <translation>%1, nur mit %2</translation>
    </message>
    <message>
        <source>%1 is closed until %2. Rollback is never frozen.</source>
        <translation>%1: gesperrt bis %2. Rollback ist nie gesperrt.</translation>
    </message>
    <message>
        <source>%1 % of the traffic, of %2 % at most</source>
        <translation>%1 % des Verkehrs, von höchstens %2 %</translation>
    </message>
    <message>
        <source>%1, in %2 since %3</source>
        <translation>%1, in %2 seit: %3</translation>
    </message>
    <message>
        <source>promotion #%1</source>
        <translation>Freigabe #%1</translation>
    </message>
    <message>
        <source>Gate %1</source>
        <translation>Gate %1</translation>
    </message>
    <message numerus="yes">
        <source>%n signature(s)</source>
        <translation>
            <numerusform>%n Signatur</numerusform>
            <numerusform>%n Signaturen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, only with %3</source>
        <translation>%1: %2, nur mit %3</translation>
    </message>
    <message>
        <source>the furthest has %1 of %2 conditions</source>
        <translation>die am weitesten fortgeschrittene hat %1 von %2 Bedingungen</translation>
    </message>
    <message>
        <source>closed by a freeze until %1</source>
        <translation>durch eine Änderungssperre geschlossen bis %1</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n version(s) in %2</source>
        <translation>
            <numerusform>%1: %n Version in %2</numerusform>
            <numerusform>%1: %n Versionen in %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n version(s), %2</source>
        <translation>
            <numerusform>%1: %n Version, %2</numerusform>
            <numerusform>%1: %n Versionen, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more approval(s)</source>
        <translation>
            <numerusform>und %n weitere Genehmigung</numerusform>
            <numerusform>und %n weitere Genehmigungen</numerusform>
        </translation>
    </message>
    <message>
        <source>out of governance</source>
        <extracomment>on a version that an open finding names</extracomment>
        <translation>außer Governance</translation>
    </message>
    <message>
        <source>ddd d MMM, HH:mm</source>
        <extracomment>a day and a time, in the letters of Qt&apos;s date formats</extracomment>
        <translation>ddd d. MMM, HH:mm</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <extracomment>%1 is a date and time, for example &quot;Fri 16 Apr, 16:00&quot;</extracomment>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>%1 closes %2 and opens %3. Rollback is never frozen.</source>
        <translation>%1: gesperrt ab %2, wieder offen ab %3. Rollback ist nie gesperrt.</translation>
    </message>
</context>
<context>
    <name>cs::ui::FoundingSheet</name>
    <message>
        <source>Create a workspace</source>
        <translation>Einen Arbeitsbereich anlegen</translation>
    </message>
    <message>
        <source>You found it with a new key in the keychain of this computer.</source>
        <translation>Sie gründen ihn mit einem neuen Schlüssel im Schlüsselbund dieses Rechners.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Create workspace</source>
        <translation>Arbeitsbereich anlegen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Single person</source>
        <translation>Eine Person</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Your printed name, administrator</source>
        <translation>Ihr gedruckter Name, Administrator</translation>
    </message>
    <message>
        <source>Other administrators, one a line; each enrols with their own key</source>
        <translation>Weitere Administratoren, einer je Zeile; jeder trägt sich mit eigenem Schlüssel ein</translation>
    </message>
    <message>
        <source>How many administrators must agree</source>
        <translation>Wie viele Administratoren zustimmen müssen</translation>
    </message>
    <message>
        <source>Policy to start from</source>
        <translation>Richtlinie, mit der begonnen wird</translation>
    </message>
    <message>
        <source>Where to keep the workspace</source>
        <translation>Wo der Arbeitsbereich liegen soll</translation>
    </message>
    <message>
        <source>Countersign workspaces (*.countersign)</source>
        <translation>Countersign-Arbeitsbereiche (*.countersign)</translation>
    </message>
    <message>
        <source>One person is enough. Gates that want a second person simply stay closed.</source>
        <translation>Eine Person genügt. Gates, die eine zweite Person verlangen, bleiben einfach geschlossen.</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message numerus="yes">
        <source>At least %n people are needed.</source>
        <translation>
            <numerusform>Mindestens %n Person wird gebraucht.</numerusform>
            <numerusform>Mindestens %n Personen werden gebraucht.</numerusform>
        </translation>
    </message>
    <message>
        <source>These seats must be filled; one person may hold several that do not exclude each other.</source>
        <translation>Diese Rollen müssen besetzt sein; eine Person darf mehrere haben, die einander nicht ausschließen.</translation>
    </message>
    <message>
        <source>Seats: %1.</source>
        <translation>Rollen: %1.</translation>
    </message>
    <message>
        <source>Everybody signs with their own key, kept in their own keychain under a passphrase.</source>
        <translation>Alle signieren mit ihrem eigenen Schlüssel, der mit einer Passphrase in ihrem eigenen Schlüsselbund liegt.</translation>
    </message>
    <message>
        <source>You alone. It is marked “Single person” everywhere: nobody else has looked.</source>
        <translation>Sie allein. Überall steht „Eine Person“: niemand sonst hat hingesehen.</translation>
    </message>
    <message>
        <source>Several persons&apos; keys in one keychain, without passphrases. It is marked “Demo” everywhere, for ever.</source>
        <translation>Die Schlüssel mehrerer Personen in einem Schlüsselbund, ohne Passphrasen. Überall steht „Demo“, für immer.</translation>
    </message>
    <message numerus="yes">
        <source>of %n administrator(s) must agree to enrol, grant and revoke.</source>
        <translation>
            <numerusform>von %n Administrator muss zustimmen, um einzutragen, zu erteilen und zu widerrufen.</numerusform>
            <numerusform>von %n Administratoren müssen zustimmen, um einzutragen, zu erteilen und zu widerrufen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your name is missing. Type it as it should be printed.</source>
        <translation>Ihr Name fehlt. Geben Sie ihn so ein, wie er gedruckt werden soll.</translation>
    </message>
</context>
<context>
    <name>cs::ui::FreezeStrip</name>
    <message>
        <source>Show freezes</source>
        <translation>Änderungssperren zeigen</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Freeze ahead</source>
        <translation>Änderungssperre steht bevor</translation>
    </message>
    <message numerus="yes">
        <source>Show %n freeze(s)</source>
        <translation>
            <numerusform>%n Änderungssperre zeigen</numerusform>
            <numerusform>%n Änderungssperren zeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::GateModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>%1 · you</source>
        <translation>%1 · Sie</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>cs::ui::GatePanel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Who is responsible</source>
        <translation>Wer verantwortlich ist</translation>
    </message>
    <message>
        <source>Close the conditions</source>
        <translation>Bedingungen schließen</translation>
    </message>
    <message>
        <source>Close the conditions (Escape)</source>
        <translation>Bedingungen schließen (Escape)</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>%1. Proposed by: %2.</source>
        <translation>%1. Vorgeschlagen von: %2.</translation>
    </message>
    <message>
        <source>Conditions of the gate %1</source>
        <translation>Bedingungen des Gates %1</translation>
    </message>
    <message>
        <source>#%1 %2</source>
        <translation>#%1 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Also: %1</source>
        <translation>Auch: %1</translation>
    </message>
    <message>
        <source>Accountable: %1</source>
        <translation>Rechenschaft: %1</translation>
    </message>
    <message>
        <source>%1, only with %2</source>
        <translation>%1, nur bei %2</translation>
    </message>
    <message>
        <source>%1 (nobody holds the role)</source>
        <translation>%1 (niemand hat die Rolle)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>cs::ui::HeadsPanel</name>
    <message>
        <source>Forget what %1 says?</source>
        <translation>Vergessen, was %1 sagt?</translation>
    </message>
    <message>
        <source>It names another history than this ledger. Forget it only when you know why: it is the only sign of two histories that this desk has.</source>
        <translation>Es nennt eine andere Geschichte als dieses Hauptbuch. Vergessen Sie es nur, wenn Sie wissen, warum: Es ist das einzige Zeichen zweier Geschichten, das dieser Arbeitsplatz hat.</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>What other desks have seen</source>
        <translation>Was andere Arbeitsplätze gesehen haben</translation>
    </message>
    <message>
        <source>One desk alone cannot tell that a server keeps entries back, or shows others another history. Compare over a way that the server&apos;s owner does not control: a shared folder, or a file by mail.</source>
        <translation>Ein Arbeitsplatz allein kann nicht erkennen, dass ein Server Einträge zurückhält oder anderen eine andere Geschichte zeigt. Vergleichen Sie auf einem Weg, den der Betreiber des Servers nicht in der Hand hat: über einen gemeinsamen Ordner oder eine Datei per E-Mail.</translation>
    </message>
    <message>
        <source>Exchange over a folder…</source>
        <translation>Über einen Ordner austauschen …</translation>
    </message>
    <message>
        <source>Stop exchanging</source>
        <translation>Nicht mehr austauschen</translation>
    </message>
    <message>
        <source>Compare a file…</source>
        <translation>Datei vergleichen …</translation>
    </message>
    <message>
        <source>Save this desk&apos;s head…</source>
        <translation>Eigenen Stand speichern …</translation>
    </message>
    <message>
        <source>Copy this desk&apos;s key</source>
        <translation>Schlüssel dieses Platzes kopieren</translation>
    </message>
    <message>
        <source>For an administrator, who trusts this desk as a witness with it</source>
        <translation>Für Administratoren, die diesem Arbeitsplatz damit als Zeugen vertrauen</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>Vergessen …</translation>
    </message>
    <message>
        <source>signed by nobody whom this ledger trusts</source>
        <translation>von niemandem unterschrieben, dem dieses Hauptbuch vertraut</translation>
    </message>
    <message>
        <source>signed by %1</source>
        <translation>unterschrieben von %1</translation>
    </message>
    <message>
        <source>part of this ledger</source>
        <translation>Teil dieses Hauptbuchs</translation>
    </message>
    <message>
        <source>given up by the administrators</source>
        <translation>von den Administratoren aufgegeben</translation>
    </message>
    <message>
        <source>newer than what is here</source>
        <translation>neuer als das, was hier ist</translation>
    </message>
    <message>
        <source>another history</source>
        <translation>eine andere Geschichte</translation>
    </message>
    <message>
        <source>%1 entries, %2; %3; %4</source>
        <extracomment>how many entries a tree head names, what it is, who signed it, when it came</extracomment>
        <translation>%1 Einträge, %2; %3; %4</translation>
    </message>
    <message>
        <source>The keychain is locked, or there is none.</source>
        <translation>Der Schlüsselbund ist gesperrt, oder es gibt keinen.</translation>
    </message>
    <message>
        <source>Exchanged over</source>
        <translation>Austausch über</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>Last exchange</source>
        <translation>Letzter Austausch</translation>
    </message>
    <message>
        <source>This desk as a witness</source>
        <translation>Dieser Platz als Zeuge</translation>
    </message>
    <message>
        <source>has no key: the keychain is locked, or there is none</source>
        <translation>hat keinen Schlüssel: Der Schlüsselbund ist gesperrt, oder es gibt keinen</translation>
    </message>
    <message>
        <source>trusted by the administrators</source>
        <translation>die Administratoren vertrauen ihm</translation>
    </message>
    <message>
        <source>not trusted yet: others see its heads, and they block nothing</source>
        <translation>noch ohne Vertrauen: andere sehen seine Stände, und diese sperren nichts</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>nothing came from another desk yet</source>
        <translation>noch ist nichts von einem anderen Arbeitsplatz gekommen</translation>
    </message>
    <message>
        <source>Folder that the desks share</source>
        <translation>Gemeinsamer Ordner der Arbeitsplätze</translation>
    </message>
    <message>
        <source>Tree head of another desk</source>
        <translation>Stand eines anderen Arbeitsplatzes</translation>
    </message>
    <message>
        <source>Checkpoints (*.checkpoint)</source>
        <translation>Checkpoints (*.checkpoint)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save this desk&apos;s head</source>
        <translation>Eigenen Stand speichern</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 wurde gespeichert.</translation>
    </message>
    <message>
        <source>The key is in the clipboard. An administrator trusts it for the purpose “witness”.</source>
        <translation>Der Schlüssel ist in der Zwischenablage. Administratoren vertrauen ihm für den Zweck „witness“.</translation>
    </message>
</context>
<context>
    <name>cs::ui::HelpWindow</name>
    <message>
        <source>Handbook – Countersign</source>
        <translation>Handbuch – Countersign</translation>
    </message>
    <message>
        <source>Search the handbook</source>
        <translation>Handbuch durchsuchen</translation>
    </message>
    <message>
        <source>Pages of the handbook</source>
        <translation>Seiten des Handbuchs</translation>
    </message>
    <message>
        <source>Page of the handbook</source>
        <translation>Seite des Handbuchs</translation>
    </message>
    <message>
        <source>No page has these words.</source>
        <translation>Keine Seite enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>cs::ui::HistoryChart</name>
    <message>
        <source>%1 over time; the same values stand in the table view</source>
        <translation>%1 im Zeitverlauf; dieselben Werte stehen in der Tabellenansicht</translation>
    </message>
</context>
<context>
    <name>cs::ui::InboxDetail</name>
    <message>
        <source>Open review</source>
        <translation>Prüfung öffnen</translation>
    </message>
    <message>
        <source>Show entry</source>
        <translation>Eintrag zeigen</translation>
    </message>
    <message>
        <source>Copy this item</source>
        <translation>Diesen Punkt kopieren</translation>
    </message>
    <message>
        <source>Copy this item (Ctrl+C)</source>
        <translation>Diesen Punkt kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Details of the current item</source>
        <translation>Einzelheiten des aktuellen Punkts</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>Nichts ist ausgewählt</translation>
    </message>
    <message>
        <source>Choose something on the left to see what it is about.</source>
        <translation>Wählen Sie links etwas aus, um zu sehen, worum es geht.</translation>
    </message>
    <message>
        <source>%1, entry %2</source>
        <translation>%1, Eintrag %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Your signature completes this gate</source>
        <translation>Ihre Signatur vervollständigt dieses Gate</translation>
    </message>
    <message numerus="yes">
        <source>Your signature and %n other condition(s) complete this gate</source>
        <translation>
            <numerusform>Ihre Signatur und %n weitere Bedingung vervollständigen dieses Gate</numerusform>
            <numerusform>Ihre Signatur und %n weitere Bedingungen vervollständigen dieses Gate</numerusform>
        </translation>
    </message>
    <message>
        <source>You are asked as %1.</source>
        <translation>Sie sind als %1 gefragt.</translation>
    </message>
    <message>
        <source>%1 The promotion expires %2.</source>
        <translation>%1 Die Freigabe läuft ab: %2.</translation>
    </message>
    <message>
        <source>%1 · you</source>
        <extracomment>follows a count such as &quot;0 of 1&quot;: the condition waits for the reader</extracomment>
        <translation>%1 · Sie</translation>
    </message>
    <message>
        <source>What is left</source>
        <translation>Was noch offen ist</translation>
    </message>
    <message>
        <source>All conditions</source>
        <translation>Alle Bedingungen</translation>
    </message>
    <message>
        <source>All other conditions</source>
        <translation>Alle anderen Bedingungen</translation>
    </message>
    <message numerus="yes">
        <source>%n passed</source>
        <translation>
            <numerusform>%n erfüllt</numerusform>
            <numerusform>%n erfüllt</numerusform>
        </translation>
    </message>
    <message>
        <source>Against production</source>
        <translation>Gegenüber der Produktion</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Messgröße</translation>
    </message>
    <message>
        <source>production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message numerus="yes">
        <source>%n more in the review</source>
        <translation>
            <numerusform>%n weitere in der Prüfung</numerusform>
            <numerusform>%n weitere in der Prüfung</numerusform>
        </translation>
    </message>
    <message>
        <source>Promotion #%1 · %2 %3</source>
        <extracomment>%1 number, %2 model, %3 version</extracomment>
        <translation>Freigabe #%1 · %2 %3</translation>
    </message>
</context>
<context>
    <name>cs::ui::InboxModel</name>
    <message>
        <source>Waits for you</source>
        <translation>Wartet auf Sie</translation>
    </message>
    <message>
        <source>About to expire</source>
        <translation>Läuft bald ab</translation>
    </message>
    <message>
        <source>Since yesterday</source>
        <translation>Seit gestern</translation>
    </message>
    <message>
        <source>What I have done</source>
        <translation>Was ich getan habe</translation>
    </message>
    <message>
        <source>%1 left</source>
        <extracomment>%1 is a length of time, for example &quot;4 d&quot;</extracomment>
        <translation>noch %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n item(s)</source>
        <translation>
            <numerusform>%1, %n Punkt</numerusform>
            <numerusform>%1, %n Punkte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. %2, %3</source>
        <translation>%1. %2, %3</translation>
    </message>
</context>
<context>
    <name>cs::ui::InboxPage</name>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>What waits for you</source>
        <translation>Was auf Sie wartet</translation>
    </message>
    <message>
        <source>Part of the inbox</source>
        <translation>Teil des Eingangs</translation>
    </message>
    <message>
        <source>Filter by model or reason</source>
        <translation>Nach Modell oder Grund filtern</translation>
    </message>
    <message>
        <source>Filter the inbox</source>
        <translation>Eingang filtern</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Save the inbox as CSV</source>
        <translation>Eingang als CSV speichern</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Hide what I have done</source>
        <translation>Ausblenden, was ich getan habe</translation>
    </message>
    <message>
        <source>Show what I have done</source>
        <translation>Zeigen, was ich getan habe</translation>
    </message>
    <message numerus="yes">
        <source>What I have done: %n signature(s) in 30 days</source>
        <translation>
            <numerusform>Was ich getan habe: %n Signatur in 30 Tagen</numerusform>
            <numerusform>Was ich getan habe: %n Signaturen in 30 Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>All %1</source>
        <extracomment>segment of the inbox; %1 is a count</extracomment>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>To sign %1</source>
        <translation>Zu signieren %1</translation>
    </message>
    <message>
        <source>To comment %1</source>
        <translation>Zu kommentieren %1</translation>
    </message>
    <message>
        <source>Notices %1</source>
        <translation>Mitteilungen %1</translation>
    </message>
    <message>
        <source>nothing waits for you</source>
        <translation>nichts wartet auf Sie</translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for you</source>
        <translation>
            <numerusform>%n wartet auf Sie</numerusform>
            <numerusform>%n warten auf Sie</numerusform>
        </translation>
    </message>
    <message>
        <source>The inbox could not be read</source>
        <translation>Der Eingang konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Nothing matches the filter</source>
        <translation>Nichts passt zum Filter</translation>
    </message>
    <message>
        <source>Other items are in the inbox.</source>
        <translation>Im Eingang liegt anderes.</translation>
    </message>
    <message>
        <source>Remove the filter</source>
        <translation>Filter entfernen</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Nichts wartet auf Sie</translation>
    </message>
    <message>
        <source>New promotions that need your signature appear here. Last looked at %1 UTC.</source>
        <translation>Neue Freigaben, die Ihre Signatur brauchen, erscheinen hier. Zuletzt nachgesehen um %1 UTC.</translation>
    </message>
    <message>
        <source>The current item is not about a promotion.</source>
        <translation>Der aktuelle Punkt betrifft keine Freigabe.</translation>
    </message>
    <message>
        <source>The promotion could not be read</source>
        <translation>Die Freigabe konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Copied the item.</source>
        <translation>Der Punkt wurde kopiert.</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Since (UTC)</source>
        <translation>Seit (UTC)</translation>
    </message>
    <message>
        <source>Due (UTC)</source>
        <translation>Fällig (UTC)</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Export the inbox</source>
        <translation>Eingang exportieren</translation>
    </message>
    <message>
        <source>CSV file (*.csv)</source>
        <translation>CSV-Datei (*.csv)</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 wurde gespeichert.</translation>
    </message>
    <message>
        <source>Open review</source>
        <translation>Prüfung öffnen</translation>
    </message>
    <message>
        <source>Opens the promotion that the current item is about.</source>
        <translation>Öffnet die Freigabe, um die es beim aktuellen Punkt geht.</translation>
    </message>
    <message>
        <source>Show entry in the ledger</source>
        <translation>Eintrag im Hauptbuch zeigen</translation>
    </message>
    <message>
        <source>Shows the entry that caused the current item.</source>
        <translation>Zeigt den Eintrag, der den aktuellen Punkt verursacht hat.</translation>
    </message>
    <message>
        <source>Shows or hides your own latest signatures.</source>
        <translation>Zeigt Ihre eigenen letzten Signaturen oder blendet sie aus.</translation>
    </message>
    <message>
        <source>Moves to the filter field.</source>
        <translation>Geht in das Filterfeld.</translation>
    </message>
    <message>
        <source>Export the inbox…</source>
        <translation>Eingang exportieren …</translation>
    </message>
    <message>
        <source>Saves the inbox as CSV.</source>
        <translation>Speichert den Eingang als CSV.</translation>
    </message>
</context>
<context>
    <name>cs::ui::JoinSheet</name>
    <message>
        <source>Join a team&apos;s workspace</source>
        <translation>Dem Arbeitsbereich eines Teams beitreten</translation>
    </message>
    <message>
        <source>The server orders entries and keeps them. This console verifies each one for itself, and keeps its own copy.</source>
        <translation>Der Server ordnet die Einträge und bewahrt sie auf. Diese Konsole prüft jeden selbst und behält eine eigene Kopie.</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>Password of the server&apos;s user</source>
        <translation>Passwort des Benutzers am Server</translation>
    </message>
    <message>
        <source>Password, if the server asks for one</source>
        <translation>Passwort, falls der Server eines verlangt</translation>
    </message>
    <message>
        <source>It is kept in the keychain of this computer, for this address alone.</source>
        <translation>Es bleibt im Schlüsselbund dieses Rechners, nur für diese Adresse.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Beitreten</translation>
    </message>
    <message>
        <source>Type the address that your administrator gave you.</source>
        <translation>Geben Sie die Adresse ein, die Sie vom Administrator haben.</translation>
    </message>
    <message>
        <source>An address begins with postgresql://</source>
        <translation>Eine Adresse beginnt mit postgresql://</translation>
    </message>
    <message>
        <source>The password does not belong into the address; type it below.</source>
        <translation>Das Passwort gehört nicht in die Adresse; geben Sie es unten ein.</translation>
    </message>
</context>
<context>
    <name>cs::ui::JsonView</name>
    <message>
        <source>JSON text</source>
        <translation>JSON-Text</translation>
    </message>
    <message>
        <source>… %1 more bytes are not shown; copy or export has them.</source>
        <translation>… %1 weitere Bytes werden nicht gezeigt; Kopieren oder Exportieren enthält sie.</translation>
    </message>
</context>
<context>
    <name>cs::ui::KeyFoot</name>
    <message>
        <source>Key unlocked</source>
        <translation>Schlüssel entsperrt</translation>
    </message>
    <message>
        <source>Passphrase is asked for when you sign</source>
        <translation>Nach der Passphrase wird beim Signieren gefragt</translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation>Schlüsselbund gesperrt</translation>
    </message>
    <message>
        <source>No keychain</source>
        <translation>Kein Schlüsselbund</translation>
    </message>
    <message>
        <source>Another key is in the keychain</source>
        <translation>Ein anderer Schlüssel liegt im Schlüsselbund</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>Niemand ist angemeldet</translation>
    </message>
    <message>
        <source>Passphrase of the key</source>
        <translation>Passphrase des Schlüssels</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Signs with %1</source>
        <translation>Signiert mit %1</translation>
    </message>
    <message>
        <source>from the system keychain, unlocked</source>
        <translation>aus dem Schlüsselbund des Systems, entsperrt</translation>
    </message>
    <message>
        <source>from the system keychain; the passphrase is asked for next</source>
        <translation>aus dem Schlüsselbund des Systems; als Nächstes wird nach der Passphrase gefragt</translation>
    </message>
    <message>
        <source>Type the passphrase, then press the button again.</source>
        <translation>Geben Sie die Passphrase ein und drücken Sie die Schaltfläche noch einmal.</translation>
    </message>
</context>
<context>
    <name>cs::ui::KeychainPanel</name>
    <message>
        <source>Keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>nicht versucht</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not tried, because a step before it failed</source>
        <translation>nicht versucht, weil ein Schritt davor gescheitert ist</translation>
    </message>
    <message>
        <source>Session bus answers</source>
        <translation>Sitzungsbus antwortet</translation>
    </message>
    <message>
        <source>There is no session bus</source>
        <translation>Es gibt keinen Sitzungsbus</translation>
    </message>
    <message>
        <source>org.freedesktop.DBus</source>
        <translation>org.freedesktop.DBus</translation>
    </message>
    <message>
        <source>Start the program inside a session, or with dbus-run-session.</source>
        <translation>Starten Sie das Programm in einer Sitzung oder mit dbus-run-session.</translation>
    </message>
    <message>
        <source>Secret service runs</source>
        <translation>Geheimnisdienst läuft</translation>
    </message>
    <message>
        <source>A secret service</source>
        <translation>Ein Geheimnisdienst</translation>
    </message>
    <message>
        <source>None is running. Install one, for example gnome-keyring, and log in again.</source>
        <translation>Es läuft keiner. Installieren Sie einen, zum Beispiel gnome-keyring, und melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>Login collection exists</source>
        <translation>Anmelde-Schlüsselbund ist da</translation>
    </message>
    <message>
        <source>A login collection</source>
        <translation>Ein Anmelde-Schlüsselbund</translation>
    </message>
    <message>
        <source>There is none yet. Log in to a desktop session once, or make a keyring named &quot;Login&quot;.</source>
        <translation>Es gibt noch keinen. Melden Sie sich einmal an einer Desktop-Sitzung an oder legen Sie einen Schlüsselbund namens „Login“ an.</translation>
    </message>
    <message>
        <source>Collection is unlocked</source>
        <translation>Schlüsselbund ist entsperrt</translation>
    </message>
    <message>
        <source>Collection is locked</source>
        <translation>Schlüsselbund ist gesperrt</translation>
    </message>
    <message>
        <source>An unlocked collection</source>
        <translation>Ein entsperrter Schlüsselbund</translation>
    </message>
    <message>
        <source>it asks for your login password</source>
        <translation>er fragt nach Ihrem Anmeldepasswort</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Niemand ist angemeldet.</translation>
    </message>
    <message>
        <source>cannot be looked up yet</source>
        <translation>kann noch nicht nachgesehen werden</translation>
    </message>
    <message>
        <source>%1, open; it is forgotten after ten idle minutes</source>
        <translation>%1, offen; nach zehn Minuten ohne Gebrauch wird er vergessen</translation>
    </message>
    <message>
        <source>Signing key of %1</source>
        <translation>Signierschlüssel von %1</translation>
    </message>
    <message>
        <source>Your signing key</source>
        <translation>Ihr Signierschlüssel</translation>
    </message>
    <message>
        <source>Sign in as…</source>
        <translation>Anmelden als …</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Jetzt sperren</translation>
    </message>
    <message>
        <source>No key is open.</source>
        <translation>Kein Schlüssel ist offen.</translation>
    </message>
    <message>
        <source>The keychain could not be asked</source>
        <translation>Der Schlüsselbund konnte nicht gefragt werden</translation>
    </message>
    <message>
        <source>The keychain is locked</source>
        <translation>Der Schlüsselbund ist gesperrt</translation>
    </message>
    <message>
        <source>No key can be kept or used here</source>
        <translation>Hier kann kein Schlüssel aufbewahrt oder benutzt werden</translation>
    </message>
    <message>
        <source>You can read and verify everything. Signing waits until it is unlocked. Nothing is lost.</source>
        <translation>Sie können alles lesen und prüfen. Signieren wartet, bis er entsperrt ist. Nichts geht verloren.</translation>
    </message>
    <message>
        <source>%1 Reading and verifying need no key.</source>
        <translation>%1 Lesen und Prüfen brauchen keinen Schlüssel.</translation>
    </message>
    <message>
        <source>Unlock keychain…</source>
        <translation>Schlüsselbund entsperren …</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>The keychain is being asked.</source>
        <translation>Der Schlüsselbund wird gefragt.</translation>
    </message>
    <message>
        <source>Several persons sign from here</source>
        <translation>Mehrere Personen signieren von hier</translation>
    </message>
</context>
<context>
    <name>cs::ui::LedgerPage</name>
    <message>
        <source>The entries could not be read</source>
        <translation>Die Einträge konnten nicht gelesen werden</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n row(s).</source>
        <translation>
            <numerusform>%n Zeile wurde kopiert.</numerusform>
            <numerusform>%n Zeilen wurden kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Hauptbuch</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>%1 Einträge</translation>
    </message>
    <message>
        <source>Export checkpoint…</source>
        <translation>Prüfpunkt exportieren …</translation>
    </message>
    <message>
        <source>Save result…</source>
        <translation>Ergebnis speichern …</translation>
    </message>
    <message>
        <source>Saves the last verification as one page to print (HTML or PDF)</source>
        <translation>Speichert die letzte Prüfung als eine Seite zum Drucken (HTML oder PDF)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Save the entries of the list as CSV</source>
        <translation>Die Einträge der Liste als CSV speichern</translation>
    </message>
    <message>
        <source>Filter entries, for example type:promotion.approved</source>
        <translation>Einträge filtern, zum Beispiel type:promotion.approved</translation>
    </message>
    <message>
        <source>Filter the entries</source>
        <translation>Einträge filtern</translation>
    </message>
    <message>
        <source>Entries of the ledger</source>
        <translation>Einträge des Hauptbuchs</translation>
    </message>
    <message>
        <source>Verify the ledger first.</source>
        <translation>Prüfen Sie zuerst das Hauptbuch.</translation>
    </message>
    <message>
        <source>No entry is chosen.</source>
        <translation>Es ist kein Eintrag gewählt.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Entry %1 is not in this ledger.</source>
        <translation>Eintrag %1 ist nicht in diesem Hauptbuch.</translation>
    </message>
    <message>
        <source>No entry matches the filter</source>
        <translation>Kein Eintrag passt zum Filter</translation>
    </message>
    <message>
        <source>Words, type:, by:, about: and entry: narrow the list.</source>
        <translation>Wörter, type:, by:, about: und entry: engen die Liste ein.</translation>
    </message>
    <message>
        <source>Remove the filter</source>
        <translation>Filter entfernen</translation>
    </message>
    <message>
        <source>Entry %1 could not be read</source>
        <translation>Eintrag %1 konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 wurde gespeichert.</translation>
    </message>
    <message>
        <source>Export the checkpoint</source>
        <translation>Prüfpunkt exportieren</translation>
    </message>
    <message>
        <source>Signed note (*.txt)</source>
        <translation>Signierte Notiz (*.txt)</translation>
    </message>
    <message>
        <source>Export the proof of entry %1</source>
        <translation>Nachweis von Eintrag %1 exportieren</translation>
    </message>
    <message>
        <source>Proof (*.json)</source>
        <translation>Nachweis (*.json)</translation>
    </message>
    <message>
        <source>Save the verification result</source>
        <translation>Ergebnis der Prüfung speichern</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>HTML (*.html)</source>
        <translation>HTML (*.html)</translation>
    </message>
    <message>
        <source>Verification result</source>
        <translation>Ergebnis der Prüfung</translation>
    </message>
    <message>
        <source>Export the entries</source>
        <translation>Einträge exportieren</translation>
    </message>
    <message>
        <source>CSV file (*.csv)</source>
        <translation>CSV-Datei (*.csv)</translation>
    </message>
    <message>
        <source>Verify the ledger</source>
        <translation>Hauptbuch prüfen</translation>
    </message>
    <message>
        <source>Replays every entry from the first with public keys only.</source>
        <translation>Spielt jeden Eintrag vom ersten an nur mit öffentlichen Schlüsseln nach.</translation>
    </message>
    <message>
        <source>Cancel the verification</source>
        <translation>Prüfung abbrechen</translation>
    </message>
    <message>
        <source>Stops it; nothing is changed.</source>
        <translation>Hält sie an; es wird nichts geändert.</translation>
    </message>
    <message>
        <source>Filter entries</source>
        <translation>Einträge filtern</translation>
    </message>
    <message>
        <source>Moves to the filter field.</source>
        <translation>Geht in das Filterfeld.</translation>
    </message>
    <message>
        <source>Saves the tree head as a signed note.</source>
        <translation>Speichert den Baumkopf als signierte Notiz.</translation>
    </message>
    <message>
        <source>Export proof of the entry…</source>
        <translation>Nachweis des Eintrags exportieren …</translation>
    </message>
    <message>
        <source>Saves the inclusion proof of the current entry.</source>
        <translation>Speichert den Nachweis, dass der aktuelle Eintrag enthalten ist.</translation>
    </message>
    <message>
        <source>Save verification result…</source>
        <translation>Ergebnis der Prüfung speichern …</translation>
    </message>
    <message>
        <source>One page, as PDF or HTML.</source>
        <translation>Eine Seite, als PDF oder HTML.</translation>
    </message>
    <message>
        <source>Print verification result…</source>
        <translation>Ergebnis der Prüfung drucken …</translation>
    </message>
    <message>
        <source>Prints the last verification, one page.</source>
        <translation>Druckt die letzte Prüfung, eine Seite.</translation>
    </message>
    <message>
        <source>Export entries…</source>
        <translation>Einträge exportieren …</translation>
    </message>
    <message>
        <source>Saves the entries of the list as CSV.</source>
        <translation>Speichert die Einträge der Liste als CSV.</translation>
    </message>
    <message>
        <source>Entry %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <source>ledger</source>
        <translation>Hauptbuch</translation>
    </message>
</context>
<context>
    <name>cs::ui::LedgerSource</name>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signiert von</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Was er sagt</translation>
    </message>
</context>
<context>
    <name>cs::ui::LifecycleLine</name>
    <message>
        <source>Lifecycle: now in %1</source>
        <translation>Lebenszyklus: jetzt in %1</translation>
    </message>
</context>
<context>
    <name>cs::ui::ListExport</name>
    <message>
        <source>Exporting, %1 of %2</source>
        <translation>Export läuft, %1 von %2</translation>
    </message>
    <message>
        <source>Export the versions</source>
        <translation>Versionen exportieren</translation>
    </message>
    <message>
        <source>CSV file (*.csv)</source>
        <translation>CSV-Datei (*.csv)</translation>
    </message>
    <message>
        <source>JSON file (*.json)</source>
        <translation>JSON-Datei (*.json)</translation>
    </message>
    <message>
        <source>Spreadsheet (*.xlsx)</source>
        <translation>Tabellenkalkulation (*.xlsx)</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 wurde gespeichert.</translation>
    </message>
</context>
<context>
    <name>cs::ui::LossWay</name>
    <message>
        <source>Accept the loss</source>
        <translation>Den Verlust hinnehmen</translation>
    </message>
    <message>
        <source>Where nobody can give the entries back, or the team has gone on without them, the administrators may agree to give them up. Each signs; then each desk takes over what the server shows. What is given up counts for nothing any more, neither approvals nor revocations, and stays named in the ledger.</source>
        <translation>Wenn niemand die Einträge zurückgeben kann oder das Team ohne sie weitergearbeitet hat, können die Administratoren sie gemeinsam aufgeben. Jeder unterschreibt; danach übernimmt jeder Arbeitsplatz, was der Server zeigt. Was aufgegeben ist, zählt nicht mehr, weder Freigaben noch Widerrufe, und bleibt im Hauptbuch benannt.</translation>
    </message>
    <message>
        <source>Accept the loss…</source>
        <translation>Verlust hinnehmen …</translation>
    </message>
    <message>
        <source>What the server shows is being verified.</source>
        <translation>Was der Server zeigt, wird gerade geprüft.</translation>
    </message>
    <message>
        <source>%1 of %2 administrators have signed so far. Sign in as one of them to sign too.</source>
        <translation>%1 von %2 Administratoren haben bisher unterschrieben. Melden Sie sich als einer von ihnen an, um mitzuunterschreiben.</translation>
    </message>
    <message>
        <source>Give up what the server has lost?</source>
        <translation>Aufgeben, was der Server verloren hat?</translation>
    </message>
    <message numerus="yes">
        <source>%n entries are given up, and each desk takes over what the server shows. Whatever was decided in them has to be decided again.</source>
        <translation>
            <numerusform>%n Eintrag wird aufgegeben, und jeder Arbeitsplatz übernimmt, was der Server zeigt. Was darin entschieden wurde, muss neu entschieden werden.</numerusform>
            <numerusform>%n Einträge werden aufgegeben, und jeder Arbeitsplatz übernimmt, was der Server zeigt. Was darin entschieden wurde, muss neu entschieden werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>What happened, and why nobody can give the entries back</source>
        <translation>Was geschehen ist und warum niemand die Einträge zurückgeben kann</translation>
    </message>
    <message>
        <source>Sign: accept the loss</source>
        <translation>Unterschreiben: Verlust hinnehmen</translation>
    </message>
    <message>
        <source>Signed. Each desk takes over what the server shows once the quorum is there.</source>
        <translation>Unterschrieben. Sobald das Quorum erreicht ist, übernimmt jeder Arbeitsplatz, was der Server zeigt.</translation>
    </message>
    <message>
        <source>Take over what the server shows?</source>
        <translation>Übernehmen, was der Server zeigt?</translation>
    </message>
    <message numerus="yes">
        <source>The administrators have accepted that %n entries are given up. This desk&apos;s former copy is kept in a file of its own.</source>
        <translation>
            <numerusform>Die Administratoren haben hingenommen, dass %n Eintrag aufgegeben wird. Die bisherige Kopie dieses Arbeitsplatzes bleibt in einer eigenen Datei erhalten.</numerusform>
            <numerusform>Die Administratoren haben hingenommen, dass %n Einträge aufgegeben werden. Die bisherige Kopie dieses Arbeitsplatzes bleibt in einer eigenen Datei erhalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>It is under way.</source>
        <translation>Es läuft gerade.</translation>
    </message>
    <message>
        <source>This desk shows what the server shows again.</source>
        <translation>Dieser Arbeitsplatz zeigt wieder, was der Server zeigt.</translation>
    </message>
    <message>
        <source>Signed so far</source>
        <translation>Bisher unterschrieben</translation>
    </message>
    <message numerus="yes">
        <source>nobody; %n administrators have to</source>
        <translation>
            <numerusform>niemand; %n Administrator muss</numerusform>
            <numerusform>niemand; %n Administratoren müssen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n administrators have to</source>
        <translation>
            <numerusform>%1; %n Administrator muss</numerusform>
            <numerusform>%1; %n Administratoren müssen</numerusform>
        </translation>
    </message>
    <message>
        <source>Entry %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <source>%1 by %2, %3</source>
        <translation>%1 von %2, %3</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>There is no copy of them here, so they cannot be shown.</source>
        <translation>Hier gibt es keine Kopie davon, daher können sie nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>And</source>
        <translation>Und</translation>
    </message>
    <message numerus="yes">
        <source>%n more entries</source>
        <translation>
            <numerusform>%n weiterer Eintrag</numerusform>
            <numerusform>%n weitere Einträge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::MainWindow</name>
    <message>
        <source>Help and keys</source>
        <translation>Hilfe und Tasten</translation>
    </message>
    <message>
        <source>Show the page %1.</source>
        <extracomment>%1 is the name of a page</extracomment>
        <translation>Die Seite %1 zeigen.</translation>
    </message>
    <message>
        <source>Open a workspace first; a link leads into one.</source>
        <translation>Öffnen Sie zuerst einen Arbeitsbereich; ein Link führt in einen.</translation>
    </message>
    <message>
        <source>Copied a link to what is shown.</source>
        <translation>Ein Link auf das Gezeigte wurde kopiert.</translation>
    </message>
    <message>
        <source>open this link</source>
        <translation>diesen Link öffnen</translation>
    </message>
    <message>
        <source>Countersign</source>
        <translation>Countersign</translation>
    </message>
    <message>
        <source>%1 – Countersign</source>
        <extracomment>window title; %1 is the workspace</extracomment>
        <translation>%1 – Countersign</translation>
    </message>
    <message>
        <source>%1 (demo) – Countersign</source>
        <translation>%1 (Demo) – Countersign</translation>
    </message>
    <message>
        <source>Copied the link %1.</source>
        <translation>Link %1 kopiert.</translation>
    </message>
    <message>
        <source>What happened…</source>
        <translation>Was geschehen ist …</translation>
    </message>
</context>
<context>
    <name>cs::ui::MetricsChart</name>
    <message>
        <source>Comparison of %1 with %2; the same values stand in the table view</source>
        <translation>Vergleich von %1 mit %2; dieselben Werte stehen in der Tabellenansicht</translation>
    </message>
    <message>
        <source>bound</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>%1, under review</source>
        <translation>%1, in Prüfung</translation>
    </message>
    <message>
        <source>%1, production</source>
        <translation>%1, Produktion</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>zulässig</translation>
    </message>
    <message>
        <source>own scale per row</source>
        <translation>je Zeile eigene Skala</translation>
    </message>
    <message>
        <source>%1: %2 against %3, %4</source>
        <translation>%1: %2 gegenüber %3, %4</translation>
    </message>
</context>
<context>
    <name>cs::ui::MetricsPane</name>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Metrics of this version</source>
        <translation>Messgrößen dieser Version</translation>
    </message>
    <message>
        <source>Measured values</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>No number has been reported yet</source>
        <translation>Noch wurde kein Wert gemeldet</translation>
    </message>
    <message>
        <source>Results that a pipeline or a person reports for this version appear here.</source>
        <translation>Ergebnisse, die eine Pipeline oder eine Person für diese Version meldet, erscheinen hier.</translation>
    </message>
    <message>
        <source>against %1 in production</source>
        <translation>gegenüber %1 in Produktion</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No gate asks for this metric.</source>
        <translation>Kein Gate verlangt diese Metrik.</translation>
    </message>
</context>
<context>
    <name>cs::ui::MetricsPanel</name>
    <message>
        <source>Against production, same data</source>
        <translation>Gegenüber der Produktion, gleiche Daten</translation>
    </message>
    <message>
        <source>View of the comparison</source>
        <translation>Ansicht des Vergleichs</translation>
    </message>
    <message>
        <source>Show as chart</source>
        <translation>Als Diagramm zeigen</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>Nichts zu vergleichen</translation>
    </message>
    <message>
        <source>No metric was reported for both this version and the one in production.</source>
        <translation>Für diese Version und die in Produktion wurde keine gemeinsame Messgröße gemeldet.</translation>
    </message>
    <message>
        <source>%1: %2 → %3, bound %4</source>
        <translation>%1: %2 → %3, Grenze %4</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) got worse</source>
        <translation>
            <numerusform>%n Wert ist schlechter geworden</numerusform>
            <numerusform>%n Werte sind schlechter geworden</numerusform>
        </translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Messgröße</translation>
    </message>
    <message>
        <source>production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Bound</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Comparison with production</source>
        <translation>Vergleich mit der Produktion</translation>
    </message>
    <message>
        <source>Production: %1</source>
        <translation>Produktion: %1</translation>
    </message>
</context>
<context>
    <name>cs::ui::ModelsPage</name>
    <message>
        <source>Go back to the list of versions first.</source>
        <translation>Kehren Sie zuerst zur Liste der Versionen zurück.</translation>
    </message>
    <message>
        <source>Open a version first.</source>
        <translation>Öffnen Sie zuerst eine Version.</translation>
    </message>
    <message>
        <source>This is the list already.</source>
        <translation>Dies ist bereits die Liste.</translation>
    </message>
    <message>
        <source>Propose promotion…</source>
        <translation>Freigabe vorschlagen …</translation>
    </message>
    <message>
        <source>Proposes the current version for its next stage.</source>
        <translation>Schlägt die aktuelle Version für ihre nächste Stufe vor.</translation>
    </message>
    <message>
        <source>Filter versions</source>
        <translation>Versionen filtern</translation>
    </message>
    <message>
        <source>Moves to the filter field.</source>
        <translation>Geht in das Filterfeld.</translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation>Diesen Filter speichern …</translation>
    </message>
    <message>
        <source>Keeps the filter under a name, for this workspace.</source>
        <translation>Behält den Filter unter einem Namen, für diesen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Export versions…</source>
        <translation>Versionen exportieren …</translation>
    </message>
    <message>
        <source>Saves the list as CSV, JSON or a spreadsheet.</source>
        <translation>Speichert die Liste als CSV, JSON oder Tabellenkalkulation.</translation>
    </message>
    <message>
        <source>Copy version as JSON</source>
        <translation>Version als JSON kopieren</translation>
    </message>
    <message>
        <source>Puts what this page says on the clipboard.</source>
        <translation>Legt den Inhalt dieser Seite in die Zwischenablage.</translation>
    </message>
    <message>
        <source>Back to the list of versions</source>
        <translation>Zurück zur Liste der Versionen</translation>
    </message>
    <message>
        <source>Leaves the page of the version.</source>
        <translation>Verlässt die Seite der Version.</translation>
    </message>
    <message>
        <source>version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Choose a version first.</source>
        <translation>Wählen Sie zuerst eine Version.</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Shows the filters that you have saved, each with its count.</source>
        <translation>Zeigt die Filter, die Sie gespeichert haben, jeden mit seiner Anzahl.</translation>
    </message>
    <message>
        <source>Show in Flow</source>
        <translation>Im Ablauf zeigen</translation>
    </message>
    <message>
        <source>Shows the current version among stages and gates.</source>
        <translation>Zeigt die aktuelle Version zwischen Stufen und Gates.</translation>
    </message>
    <message>
        <source>Compare with production</source>
        <translation>Mit der Produktion vergleichen</translation>
    </message>
    <message>
        <source>Shows the version beside the one that serves production.</source>
        <translation>Zeigt die Version neben der, die die Produktion bedient.</translation>
    </message>
    <message>
        <source>Attach evidence…</source>
        <translation>Beleg beifügen…</translation>
    </message>
    <message>
        <source>Attaches a file to the version, under your signature.</source>
        <translation>Fügt der Version eine Datei bei, unter Ihrer Signatur.</translation>
    </message>
</context>
<context>
    <name>cs::ui::NameSheet</name>
    <message>
        <source>Save this filter</source>
        <translation>Diesen Filter speichern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>Name des Filters</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save filter</source>
        <translation>Filter speichern</translation>
    </message>
    <message>
        <source>Give the filter a name first.</source>
        <translation>Geben Sie dem Filter zuerst einen Namen.</translation>
    </message>
</context>
<context>
    <name>cs::ui::NodeForm</name>
    <message>
        <source>Fields of the condition</source>
        <translation>Felder der Bedingung</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy this condition (Ctrl+C)</source>
        <translation>Diese Bedingung kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete this condition (Del)</source>
        <translation>Diese Bedingung löschen (Entf)</translation>
    </message>
    <message>
        <source>Nothing is chosen</source>
        <translation>Nichts ist gewählt</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Genehmigung</translation>
    </message>
    <message>
        <source>Condition on tags</source>
        <translation>Bedingung an Merkmale</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Who alone could bring a version to production</source>
        <translation>Wer allein eine Version in Produktion bringen könnte</translation>
    </message>
    <message>
        <source>The fewest people of today under this text, if services do their part. Break-glass does not count.</source>
        <translation>Die wenigsten Personen von heute unter diesem Text, wenn die Dienste das Ihre tun. Der Notfallweg zählt nicht.</translation>
    </message>
    <message>
        <source>Applies when all of these hold</source>
        <translation>Gilt, wenn all dies zutrifft</translation>
    </message>
    <message>
        <source>A tag that is missing is read as its strictest value.</source>
        <translation>Ein fehlendes Merkmal wird als sein strengster Wert gelesen.</translation>
    </message>
    <message>
        <source>In production now: %1 (%2)</source>
        <translation>Jetzt in Produktion: %1 (%2)</translation>
    </message>
    <message>
        <source>Add field</source>
        <translation>Feld hinzufügen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>Verhältnis</translation>
    </message>
    <message>
        <source>Separated by commas</source>
        <translation>Durch Kommas getrennt</translation>
    </message>
</context>
<context>
    <name>cs::ui::OffReason</name>
    <message>
        <source>Off because: %1</source>
        <extracomment>%1 is a sentence that says why a button is off</extracomment>
        <translation>Aus, weil: %1</translation>
    </message>
</context>
<context>
    <name>cs::ui::OverviewPane</name>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Stage history</source>
        <translation>Verlauf der Stufen</translation>
    </message>
    <message>
        <source>%1 severity, found %2.</source>
        <translation>Schweregrad %1, gefunden: %2.</translation>
    </message>
    <message>
        <source>Show entry</source>
        <translation>Eintrag zeigen</translation>
    </message>
    <message>
        <source>Nothing is attached yet.</source>
        <translation>Noch ist nichts beigefügt.</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s), some bytes are missing here</source>
        <translation>
            <numerusform>%n Beleg, einige Bytes fehlen hier</numerusform>
            <numerusform>%n Belege, einige Bytes fehlen hier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s), all bytes are here</source>
        <translation>
            <numerusform>%n Beleg, alle Bytes sind hier</numerusform>
            <numerusform>%n Belege, alle Bytes sind hier</numerusform>
        </translation>
    </message>
    <message>
        <source>Entry %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <source>All evidence</source>
        <translation>Alle Belege</translation>
    </message>
</context>
<context>
    <name>cs::ui::PaceChart</name>
    <message>
        <source>Promotions a week, and from proposal to execution; the tables have the same numbers</source>
        <translation>Freigaben pro Woche und die Zeit vom Vorschlag bis zur Ausführung; die Tabellen enthalten dieselben Zahlen</translation>
    </message>
    <message>
        <source>Executed promotions a week</source>
        <translation>Ausgeführte Freigaben pro Woche</translation>
    </message>
    <message>
        <source>From proposal to execution: half of them within the disc, nine of ten within the bar</source>
        <translation>Vom Vorschlag bis zur Ausführung: die Hälfte innerhalb der Scheibe, neun von zehn innerhalb des Balkens</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>cs::ui::PacePanel</name>
    <message>
        <source>Promotions a week</source>
        <translation>Freigaben pro Woche</translation>
    </message>
    <message>
        <source>From proposal to execution, by gate</source>
        <translation>Vom Vorschlag bis zur Ausführung, nach Gate</translation>
    </message>
    <message>
        <source>Week from</source>
        <translation>Woche ab</translation>
    </message>
    <message>
        <source>Executed</source>
        <translation>Ausgeführt</translation>
    </message>
    <message>
        <source>Ended otherwise</source>
        <translation>Anders beendet</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>Half within</source>
        <translation>Die Hälfte innerhalb von</translation>
    </message>
    <message>
        <source>Nine of ten within</source>
        <translation>Neun von zehn innerhalb von</translation>
    </message>
</context>
<context>
    <name>cs::ui::Palette</name>
    <message>
        <source>Nothing fits</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Go to or do; type &gt; for commands only</source>
        <translation>Gehe zu oder tue; mit &gt; nur Befehle</translation>
    </message>
    <message>
        <source>Go to or do</source>
        <translation>Gehe zu oder tue</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>↑ ↓ choose   ↵ open   Esc close</source>
        <translation>↑ ↓ wählen   ↵ öffnen   Esc schließen</translation>
    </message>
</context>
<context>
    <name>cs::ui::PaletteModel</name>
    <message>
        <source>off: %1</source>
        <translation>aus: %1</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>%1, off: %2</source>
        <translation>%1, aus: %2</translation>
    </message>
</context>
<context>
    <name>cs::ui::PasteProofSheet</name>
    <message>
        <source>Paste a proof</source>
        <translation>Einen Nachweis einfügen</translation>
    </message>
    <message>
        <source>From who is to be enrolled</source>
        <translation>Von der Person, die aufgenommen werden soll</translation>
    </message>
    <message>
        <source>Whoever made a key can send its proof as text: &quot;Copy as text&quot; at their desk. It is no secret. Paste all of it, from the first brace to the last.</source>
        <translation>Wer einen Schlüssel erzeugt hat, kann seinen Nachweis als Text schicken: „Als Text kopieren“ am anderen Arbeitsplatz. Er ist kein Geheimnis. Fügen Sie alles ein, von der ersten bis zur letzten Klammer.</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Paste from the clipboard</source>
        <translation>Aus der Zwischenablage einfügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>It is being read.</source>
        <translation>Er wird gelesen.</translation>
    </message>
    <message>
        <source>Paste the proof first.</source>
        <translation>Fügen Sie erst den Nachweis ein.</translation>
    </message>
</context>
<context>
    <name>cs::ui::PeopleForm</name>
    <message>
        <source>Passphrase of the new key</source>
        <translation>Passphrase des neuen Schlüssels</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal dasselbe</translation>
    </message>
    <message>
        <source>A passphrase has at least 8 characters.</source>
        <translation>Eine Passphrase hat mindestens 8 Zeichen.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Die beiden Passphrasen sind nicht gleich.</translation>
    </message>
</context>
<context>
    <name>cs::ui::PeoplePage</name>
    <message numerus="yes">
        <source>Copied %n row(s).</source>
        <translation>
            <numerusform>%n Zeile wurde kopiert.</numerusform>
            <numerusform>%n Zeilen wurden kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>People and keys</source>
        <translation>Personen und Schlüssel</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Enrol…</source>
        <translation>Eintragen …</translation>
    </message>
    <message>
        <source>Opens the proof file of somebody who is to be enrolled</source>
        <translation>Öffnet die Nachweisdatei von jemandem, der eingetragen werden soll</translation>
    </message>
    <message>
        <source>Rotate my key…</source>
        <translation>Meinen Schlüssel wechseln …</translation>
    </message>
    <message>
        <source>Create my key…</source>
        <translation>Meinen Schlüssel erzeugen …</translation>
    </message>
    <message>
        <source>Makes a key and a proof file for who is to be enrolled</source>
        <translation>Erzeugt Schlüssel und Nachweisdatei für alle, die eingetragen werden sollen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Saves the rows of the list as CSV</source>
        <translation>Sichert die Zeilen der Liste als CSV</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Liste filtern</translation>
    </message>
    <message>
        <source>People, roles, delegations or administrators</source>
        <translation>Personen, Rollen, Vertretungen oder Administration</translation>
    </message>
    <message>
        <source>People and services %1</source>
        <translation>Personen und Dienste %1</translation>
    </message>
    <message>
        <source>Roles %1</source>
        <translation>Rollen %1</translation>
    </message>
    <message>
        <source>Delegations %1</source>
        <translation>Vertretungen %1</translation>
    </message>
    <message>
        <source>Administrators %1 of %2</source>
        <translation>Administration %1 von %2</translation>
    </message>
    <message>
        <source>Nobody is signed in. Choose who you are first.</source>
        <translation>Niemand ist angemeldet. Wählen Sie zuerst, wer Sie sind.</translation>
    </message>
    <message>
        <source>No change waits for signatures.</source>
        <translation>Keine Änderung wartet auf Signaturen.</translation>
    </message>
    <message>
        <source>The people could not be read</source>
        <translation>Die Personen konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1 of %2 signed</source>
        <translation>%1 von %2 signiert</translation>
    </message>
    <message>
        <source>An enrolment waits for the administrators: %1</source>
        <translation>Eine Eintragung wartet auf die Administration: %1</translation>
    </message>
    <message>
        <source>A change waits for the administrators: %1</source>
        <translation>Eine Änderung wartet auf die Administration: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1. %n more change(s) wait.</source>
        <translation>
            <numerusform>%1. %n weitere Änderung wartet.</numerusform>
            <numerusform>%1. %n weitere Änderungen warten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>Ansehen …</translation>
    </message>
    <message>
        <source>Nothing matches the filter</source>
        <translation>Nichts passt zum Filter</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Noch nichts da</translation>
    </message>
    <message>
        <source>Names, roles, domains and fingerprints narrow the list.</source>
        <translation>Namen, Rollen, Bereiche und Fingerabdrücke grenzen die Liste ein.</translation>
    </message>
    <message>
        <source>A delegation appears here when somebody lends a role for a time.</source>
        <translation>Eine Vertretung erscheint hier, sobald jemand eine Rolle auf Zeit überlässt.</translation>
    </message>
    <message>
        <source>Remove the filter</source>
        <translation>Filter entfernen</translation>
    </message>
    <message>
        <source>%1 is not enrolled here.</source>
        <translation>%1 ist hier nicht eingetragen.</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Liste exportieren</translation>
    </message>
    <message>
        <source>CSV file (*.csv)</source>
        <translation>CSV-Datei (*.csv)</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 wurde gespeichert.</translation>
    </message>
    <message>
        <source>Opens the proof file of somebody who is to be enrolled.</source>
        <translation>Öffnet die Nachweisdatei von jemandem, der eingetragen werden soll.</translation>
    </message>
    <message>
        <source>Makes a key and a proof file for who is to be enrolled.</source>
        <translation>Erzeugt Schlüssel und Nachweisdatei für alle, die eingetragen werden sollen.</translation>
    </message>
    <message>
        <source>Asks for a further key of yours, signed with the one you have.</source>
        <translation>Fragt nach einem weiteren Schlüssel für Sie, signiert mit dem vorhandenen.</translation>
    </message>
    <message>
        <source>Review the change that waits…</source>
        <translation>Wartende Änderung ansehen …</translation>
    </message>
    <message>
        <source>Shows what is to be endorsed.</source>
        <translation>Zeigt, was zu bestätigen ist.</translation>
    </message>
    <message>
        <source>Check the keychain</source>
        <translation>Schlüsselbund prüfen</translation>
    </message>
    <message>
        <source>Shows what stands between this computer and a signature.</source>
        <translation>Zeigt, was zwischen diesem Computer und einer Signatur steht.</translation>
    </message>
    <message>
        <source>Filter people</source>
        <translation>Personen filtern</translation>
    </message>
    <message>
        <source>Moves to the filter field.</source>
        <translation>Geht in das Filterfeld.</translation>
    </message>
    <message>
        <source>Export people…</source>
        <translation>Personen exportieren …</translation>
    </message>
    <message>
        <source>Saves the rows of the list as CSV.</source>
        <translation>Sichert die Zeilen der Liste als CSV.</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Open the proof file</source>
        <translation>Nachweisdatei öffnen</translation>
    </message>
    <message>
        <source>Proof file (*.json)</source>
        <translation>Nachweisdatei (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>This file enrols nobody</source>
        <translation>Diese Datei trägt niemanden ein</translation>
    </message>
    <message>
        <source>Paste proof…</source>
        <translation>Nachweis einfügen …</translation>
    </message>
    <message>
        <source>Enrols somebody whose proof came as text in a message</source>
        <translation>Nimmt jemanden auf, dessen Nachweis als Text in einer Nachricht kam</translation>
    </message>
    <message>
        <source>Enrols somebody whose proof came as text in a message.</source>
        <translation>Nimmt jemanden auf, dessen Nachweis als Text in einer Nachricht kam.</translation>
    </message>
    <message>
        <source>Paste…</source>
        <translation>Einfügen …</translation>
    </message>
</context>
<context>
    <name>cs::ui::PeopleSheets</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>The new key has signed its own enrolment.</source>
        <translation>Der neue Schlüssel hat seine eigene Eintragung signiert.</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one on the other person&apos;s screen, by voice or face to face.</source>
        <translation>Vergleichen Sie den Fingerabdruck mit dem auf dem Bildschirm der anderen Person, am Telefon oder persönlich.</translation>
    </message>
    <message>
        <source>Role to grant with it</source>
        <translation>Rolle, die damit erteilt wird</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>Business domains</source>
        <translation>Geschäftsbereiche</translation>
    </message>
    <message>
        <source>all domains, or for example lending</source>
        <translation>alle Bereiche oder zum Beispiel lending</translation>
    </message>
    <message>
        <source>The enrolment counts when %1 administrators have signed it; the role is granted after that.</source>
        <translation>Die Eintragung zählt, sobald %1 aus der Administration signiert haben; die Rolle wird danach erteilt.</translation>
    </message>
    <message>
        <source>Enrol %1</source>
        <translation>%1 eintragen</translation>
    </message>
    <message>
        <source>From then on this key may sign here. You say that you know whose it is.</source>
        <translation>Von da an darf dieser Schlüssel hier signieren. Sie sagen, dass Sie wissen, wem er gehört.</translation>
    </message>
    <message>
        <source>Reason, kept with the enrolment</source>
        <translation>Grund, wird mit der Eintragung aufbewahrt</translation>
    </message>
    <message>
        <source>Sign enrolment</source>
        <translation>Eintragung signieren</translation>
    </message>
    <message>
        <source>Signed the enrolment: entry %1.</source>
        <translation>Eintragung signiert: Eintrag %1.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>no end, or a day such as 2027-01-31</source>
        <translation>ohne Ende oder ein Tag wie 2027-01-31</translation>
    </message>
    <message>
        <source>Grant a role to %1</source>
        <translation>%1 eine Rolle erteilen</translation>
    </message>
    <message>
        <source>A role counts for proposals opened after it is in force (law 7). Whoever the role asks for its membership signs besides the administrators.</source>
        <translation>Eine Rolle zählt für Vorschläge, die eröffnet werden, nachdem sie gilt (Gesetz 7). Wen die Rolle für ihre Mitgliedschaft verlangt, signiert neben der Administration.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Sign grant</source>
        <translation>Erteilung signieren</translation>
    </message>
    <message>
        <source>Signed the grant: entry %1.</source>
        <translation>Erteilung signiert: Eintrag %1.</translation>
    </message>
    <message>
        <source>The policy in force has no role for this actor.</source>
        <translation>Die geltende Richtlinie hat keine Rolle hierfür.</translation>
    </message>
    <message>
        <source>Until: write a day as year-month-day, such as 2027-01-31.</source>
        <translation>Bis: Schreiben Sie einen Tag als Jahr-Monat-Tag, etwa 2027-01-31.</translation>
    </message>
    <message>
        <source>End the role %1 of %2</source>
        <translation>Rolle %1 von %2 beenden</translation>
    </message>
    <message>
        <source>Approvals given in this role stop counting for what is still open. What was executed stays.</source>
        <translation>Genehmigungen in dieser Rolle zählen nicht mehr für das, was noch offen ist. Ausgeführtes bleibt.</translation>
    </message>
    <message>
        <source>Sign the end of the role</source>
        <translation>Ende der Rolle signieren</translation>
    </message>
    <message>
        <source>Signed the end of the role: entry %1.</source>
        <translation>Ende der Rolle signiert: Eintrag %1.</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Replaced by another key</source>
        <translation>Durch einen anderen Schlüssel ersetzt</translation>
    </message>
    <message>
        <source>Lost, and nobody else has it</source>
        <translation>Verloren, und niemand sonst hat ihn</translation>
    </message>
    <message>
        <source>The person has left</source>
        <translation>Die Person ist ausgeschieden</translation>
    </message>
    <message>
        <source>Revoke a key of %1</source>
        <translation>Schlüssel von %1 widerrufen</translation>
    </message>
    <message>
        <source>The key signs nothing from then on. What it has signed stays. If somebody else may have used it, report it as compromised instead.</source>
        <translation>Der Schlüssel signiert von da an nichts mehr. Was er signiert hat, bleibt. Könnte jemand anders ihn benutzt haben, melden Sie ihn stattdessen als kompromittiert.</translation>
    </message>
    <message>
        <source>Sign revocation</source>
        <translation>Widerruf signieren</translation>
    </message>
    <message>
        <source>Signed the revocation: entry %1.</source>
        <translation>Widerruf signiert: Eintrag %1.</translation>
    </message>
    <message>
        <source>First entry that may be a stranger&apos;s</source>
        <translation>Erster Eintrag, der von Fremden sein kann</translation>
    </message>
    <message>
        <source>an entry number, at most %1</source>
        <translation>eine Eintragsnummer, höchstens %1</translation>
    </message>
    <message>
        <source>Report a key of %1 as compromised</source>
        <translation>Schlüssel von %1 als kompromittiert melden</translation>
    </message>
    <message>
        <source>Once the administrators agree, nothing this key signed from that entry on counts for anything still open, and everything that rested on it becomes a finding (law 12).</source>
        <translation>Sobald die Administration zustimmt, zählt nichts, was dieser Schlüssel ab jenem Eintrag signiert hat, für noch Offenes; alles, was darauf beruhte, wird zum Befund (Gesetz 12).</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>Sign report</source>
        <translation>Meldung signieren</translation>
    </message>
    <message>
        <source>Signed the report: entry %1.</source>
        <translation>Meldung signiert: Eintrag %1.</translation>
    </message>
    <message>
        <source>Rotate my key</source>
        <translation>Meinen Schlüssel wechseln</translation>
    </message>
    <message>
        <source>Makes a new key in this keychain and asks the administrators for it, signed with the key you have. When it is in force, have the old one revoked as replaced.</source>
        <translation>Erzeugt einen neuen Schlüssel in diesem Schlüsselbund und legt ihn der Administration vor, signiert mit dem vorhandenen. Sobald er gilt, lassen Sie den alten als ersetzt widerrufen.</translation>
    </message>
    <message>
        <source>Sign rotation</source>
        <translation>Wechsel signieren</translation>
    </message>
    <message>
        <source>Asked for the new key: entry %1.</source>
        <translation>Neuer Schlüssel vorgelegt: Eintrag %1.</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>Vorgeschlagen von</translation>
    </message>
    <message>
        <source>none, or erased</source>
        <translation>keiner oder gelöscht</translation>
    </message>
    <message>
        <source>Endorsed by</source>
        <translation>Bestätigt von</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>noch niemand</translation>
    </message>
    <message>
        <source>Administrators</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>%1 of %2 signed</source>
        <translation>%1 von %2 signiert</translation>
    </message>
    <message>
        <source>Object to a change</source>
        <translation>Einer Änderung widersprechen</translation>
    </message>
    <message>
        <source>Endorse a change</source>
        <translation>Eine Änderung bestätigen</translation>
    </message>
    <message>
        <source>%1, entry %2</source>
        <translation>%1, Eintrag %2</translation>
    </message>
    <message>
        <source>Your objection stands on the record beside the proposal. It does not withdraw it.</source>
        <translation>Ihr Widerspruch steht neben dem Vorschlag im Hauptbuch. Er zieht ihn nicht zurück.</translation>
    </message>
    <message>
        <source>You sign exactly what stands here. It takes effect when enough people have signed (law 12).</source>
        <translation>Sie signieren genau das, was hier steht. Es gilt, sobald genug Personen signiert haben (Gesetz 12).</translation>
    </message>
    <message>
        <source>Sign objection</source>
        <translation>Widerspruch signieren</translation>
    </message>
    <message>
        <source>Sign endorsement</source>
        <translation>Bestätigung signieren</translation>
    </message>
    <message>
        <source>Signed the objection: entry %1.</source>
        <translation>Widerspruch signiert: Eintrag %1.</translation>
    </message>
    <message>
        <source>Signed the endorsement: entry %1.</source>
        <translation>Bestätigung signiert: Eintrag %1.</translation>
    </message>
    <message>
        <source>Withdraw your proposal</source>
        <translation>Ihren Vorschlag zurückziehen</translation>
    </message>
    <message>
        <source>Nobody can endorse it any more. It stays on the record as withdrawn.</source>
        <translation>Niemand kann ihn mehr bestätigen. Er bleibt als zurückgezogen im Hauptbuch.</translation>
    </message>
    <message>
        <source>Sign withdrawal</source>
        <translation>Rückzug signieren</translation>
    </message>
    <message>
        <source>Withdrawn: entry %1.</source>
        <translation>Zurückgezogen: Eintrag %1.</translation>
    </message>
    <message>
        <source>A key for a service is kept in the keychain of this computer, without a passphrase: it signs while nobody is here. In the role Registry sync it records what registries say and brings aliases and stamps in step; it approves nothing.</source>
        <translation>Der Schlüssel eines Dienstes liegt im Schlüsselbund dieses Computers, ohne Passphrase: er signiert, wenn niemand hier ist. In der Rolle Registry sync hält er fest, was Registries sagen, und bringt Aliase und Stempel auf den Stand; er genehmigt nichts.</translation>
    </message>
    <message>
        <source>Name of the service</source>
        <translation>Name des Dienstes</translation>
    </message>
    <message>
        <source>as it will stand beside its entries</source>
        <translation>wie er neben seinen Einträgen stehen wird</translation>
    </message>
    <message>
        <source>Registry sync on %1</source>
        <translation>Registry sync auf %1</translation>
    </message>
    <message>
        <source>For the role these sign besides: %1.</source>
        <translation>Für die Rolle unterschreiben außerdem: %1.</translation>
    </message>
    <message>
        <source>Let this console synchronise</source>
        <translation>Diese Konsole synchronisieren lassen</translation>
    </message>
    <message>
        <source>Makes the key and asks for its enrolment with your signature.</source>
        <translation>Erzeugt den Schlüssel und beantragt seine Eintragung mit Ihrer Signatur.</translation>
    </message>
    <message>
        <source>Make key and sign enrolment</source>
        <translation>Schlüssel erzeugen und Eintragung signieren</translation>
    </message>
    <message>
        <source>Asked for it: entry %1. Connections shows what is still missing.</source>
        <translation>Beantragt: Eintrag %1. Unter Verbindungen steht, was noch fehlt.</translation>
    </message>
    <message>
        <source>Write the name of the service first.</source>
        <translation>Schreiben Sie zuerst den Namen des Dienstes.</translation>
    </message>
    <message>
        <source>With a proof that was pasted</source>
        <translation>Mit einem eingefügten Nachweis</translation>
    </message>
</context>
<context>
    <name>cs::ui::PeopleSource</name>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Who holds it</source>
        <translation>Wer sie innehat</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>Joining is signed by</source>
        <translation>Beitritt signiert</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Last use</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>change pending</source>
        <translation>Änderung ausstehend</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>While nobody holds it: %1</source>
        <translation>Solange niemand sie innehat: %1</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>gilt</translation>
    </message>
</context>
<context>
    <name>cs::ui::PersonPanel</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>person, administrator</source>
        <translation>Person, Administration</translation>
    </message>
    <message>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>entry %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>Eingetragen</translation>
    </message>
    <message>
        <source>Last use</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>%1, entry %2</source>
        <translation>%1, Eintrag %2</translation>
    </message>
    <message>
        <source>never signed</source>
        <translation>nie signiert</translation>
    </message>
    <message>
        <source>A change waits for signatures: entry %1…</source>
        <translation>Eine Änderung wartet auf Signaturen: Eintrag %1 …</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1, seit %2</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1, bis %2</translation>
    </message>
    <message>
        <source>End this role…</source>
        <translation>Diese Rolle beenden …</translation>
    </message>
    <message>
        <source>End the role %1…</source>
        <translation>Rolle %1 beenden …</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Keine.</translation>
    </message>
    <message>
        <source>Grant a role…</source>
        <translation>Rolle erteilen …</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>in force since entry %1</source>
        <translation>gilt seit Eintrag %1</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Widerrufen …</translation>
    </message>
    <message>
        <source>Report as compromised…</source>
        <translation>Als kompromittiert melden …</translation>
    </message>
    <message>
        <source>compromised: counts for nothing open from entry %1 on</source>
        <translation>kompromittiert: zählt ab Eintrag %1 für nichts Offenes</translation>
    </message>
    <message>
        <source>replaced by another key, entry %1</source>
        <translation>durch einen anderen Schlüssel ersetzt, Eintrag %1</translation>
    </message>
    <message>
        <source>revoked at entry %1</source>
        <translation>widerrufen mit Eintrag %1</translation>
    </message>
    <message>
        <source>Choose a row to see more.</source>
        <translation>Wählen Sie eine Zeile, um mehr zu sehen.</translation>
    </message>
    <message>
        <source>Off because: %1</source>
        <translation>Aus, weil: %1</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>persons</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>Ersatz</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Who holds it</source>
        <translation>Wer sie innehat</translation>
    </message>
    <message>
        <source>Nobody. Choose a person in &quot;People and services&quot; and grant it.</source>
        <translation>Niemand. Wählen Sie eine Person unter „Personen und Dienste“ und erteilen Sie sie.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>cs::ui::PolicyEditor</name>
    <message>
        <source>Gates</source>
        <translation>Gates</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Parts of the document</source>
        <translation>Teile des Dokuments</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Rückgängig (Strg+Z)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>Wiederholen (Strg+Umschalt+Z)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a condition here (Insert)</source>
        <translation>Hier eine Bedingung hinzufügen (Einfg)</translation>
    </message>
    <message>
        <source>Show as a case</source>
        <translation>Als Fall zeigen</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>RACI matrix</source>
        <translation>RACI-Matrix</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Lebenszyklus</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Guardrails</source>
        <translation>Leitplanken</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>Rollback</translation>
    </message>
    <message>
        <source>Freezes</source>
        <translation>Änderungssperren</translation>
    </message>
    <message>
        <source>Break-glass</source>
        <translation>Notfallregelung</translation>
    </message>
    <message>
        <source>Invalidation</source>
        <translation>Ungültigwerden</translation>
    </message>
    <message>
        <source>Re-evaluation</source>
        <translation>Neubewertung</translation>
    </message>
    <message>
        <source>Change rules</source>
        <translation>Änderungsregeln</translation>
    </message>
    <message>
        <source>Open a draft first: &quot;Edit in a draft&quot;.</source>
        <translation>Öffnen Sie zuerst einen Entwurf: „Im Entwurf bearbeiten“.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>Strictest tags</source>
        <translation>Strengste Tags</translation>
    </message>
    <message>
        <source>Mildest tags</source>
        <translation>Mildeste Tags</translation>
    </message>
    <message>
        <source>%1: nobody can, whoever they are.</source>
        <translation>%1: niemand kann es, wer auch immer.</translation>
    </message>
    <message>
        <source>%1: it could not be found out in time.</source>
        <translation>%1: das war in der Zeit nicht herauszufinden.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n people, for example %2.</source>
        <translation>
            <numerusform>%1: %n Person, zum Beispiel %2.</numerusform>
            <numerusform>%1: %n Personen, zum Beispiel %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sets of them could.</source>
        <translation>
            <numerusform>%n solche Gruppe könnte es.</numerusform>
            <numerusform>%n solche Gruppen könnten es.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some of it could not be decided in time, and counts as weakening.</source>
        <translation>Manches konnte nicht rechtzeitig entschieden werden und zählt als Schwächung.</translation>
    </message>
    <message>
        <source>This draft weakens the policy</source>
        <translation>Dieser Entwurf schwächt die Richtlinie</translation>
    </message>
    <message>
        <source>checked in %1 ms</source>
        <translation>geprüft in %1 ms</translation>
    </message>
    <message>
        <source>line %1</source>
        <comment>line of a text</comment>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Genehmigung</translation>
    </message>
    <message>
        <source>A signature of one of some roles</source>
        <translation>Eine Signatur einer von mehreren Rollen</translation>
    </message>
    <message>
        <source>Approval for some versions only</source>
        <translation>Genehmigung nur für manche Versionen</translation>
    </message>
    <message>
        <source>A signature that is asked where tags hold</source>
        <translation>Eine Signatur, die verlangt wird, wo Merkmale zutreffen</translation>
    </message>
    <message>
        <source>Group: any of these</source>
        <translation>Gruppe: eine von diesen</translation>
    </message>
    <message>
        <source>One of its conditions is enough</source>
        <translation>Eine ihrer Bedingungen genügt</translation>
    </message>
    <message>
        <source>Group: all of these</source>
        <translation>Gruppe: alle diese</translation>
    </message>
    <message>
        <source>All of its conditions must hold</source>
        <translation>Alle ihre Bedingungen müssen erfüllt sein</translation>
    </message>
    <message>
        <source>A gate keeps at least one condition.</source>
        <translation>Ein Gate behält mindestens eine Bedingung.</translation>
    </message>
    <message>
        <source>The clipboard holds no condition.</source>
        <translation>Die Zwischenablage enthält keine Bedingung.</translation>
    </message>
    <message>
        <source>Only a check can be negated: no signature counts against a promotion but a rejection.</source>
        <translation>Nur eine Prüfung kann verneint werden: Außer einer Ablehnung zählt keine Signatur gegen eine Freigabe.</translation>
    </message>
    <message>
        <source>Must sign first: %1</source>
        <translation>Vorher nötige Signaturen: %1</translation>
    </message>
</context>
<context>
    <name>cs::ui::PolicyPage</name>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>View of the policy</source>
        <translation>Ansicht der Richtlinie</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Revisionen</translation>
    </message>
    <message>
        <source>Simulate…</source>
        <translation>Simulieren …</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Verwerfen …</translation>
    </message>
    <message>
        <source>No policy is in force</source>
        <translation>Keine Richtlinie gilt</translation>
    </message>
    <message>
        <source>A workspace gets its first policy when it is founded.</source>
        <translation>Ein Arbeitsbereich bekommt seine erste Richtlinie, wenn er gegründet wird.</translation>
    </message>
    <message>
        <source>Revision %1 is proposed by %2</source>
        <translation>Revision %1 ist vorgeschlagen von %2</translation>
    </message>
    <message>
        <source>All signatures are there. It can be put in force.</source>
        <translation>Alle Signaturen sind da. Sie kann in Kraft gesetzt werden.</translation>
    </message>
    <message>
        <source>%1 of %2 signatures are there.</source>
        <translation>%1 von %2 Signaturen sind da.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>The draft has errors. Mend what is listed below first.</source>
        <translation>Der Entwurf hat Fehler. Beheben Sie zuerst, was unten aufgeführt ist.</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation>Simulation</translation>
    </message>
    <message>
        <source>Draft of revision %1</source>
        <translation>Entwurf von Revision %1</translation>
    </message>
    <message>
        <source>Revision %1, in force</source>
        <translation>Revision %1, gilt</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>Propose revision %1…</source>
        <translation>Revision %1 vorschlagen …</translation>
    </message>
    <message>
        <source>Edit in a draft</source>
        <translation>Im Entwurf bearbeiten</translation>
    </message>
    <message>
        <source>Compare with revision %1</source>
        <translation>Mit Revision %1 vergleichen</translation>
    </message>
    <message>
        <source>There is no draft. &quot;Edit in a draft&quot; opens one.</source>
        <translation>Es gibt keinen Entwurf. „Im Entwurf bearbeiten“ öffnet einen.</translation>
    </message>
    <message>
        <source>The draft cannot be read yet. Mend the errors first.</source>
        <translation>Der Entwurf kann noch nicht gelesen werden. Beheben Sie zuerst die Fehler.</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>Draft saved %1</source>
        <translation>Entwurf gespeichert %1</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Discard the draft?</source>
        <translation>Den Entwurf verwerfen?</translation>
    </message>
    <message>
        <source>What you have changed since revision %1 is gone for good.</source>
        <translation>Was Sie seit Revision %1 geändert haben, ist endgültig verloren.</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Entwurf verwerfen</translation>
    </message>
    <message>
        <source>Export the policy</source>
        <translation>Richtlinie exportieren</translation>
    </message>
    <message>
        <source>JSON file (*.json)</source>
        <translation>JSON-Datei (*.json)</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 wurde gespeichert.</translation>
    </message>
    <message>
        <source>Open a policy as a draft</source>
        <translation>Eine Richtlinie als Entwurf öffnen</translation>
    </message>
    <message>
        <source>Add condition…</source>
        <translation>Bedingung hinzufügen …</translation>
    </message>
    <message>
        <source>Offers conditions to add where you are.</source>
        <translation>Bietet Bedingungen an, die sich hier hinzufügen lassen.</translation>
    </message>
    <message>
        <source>Delete condition</source>
        <translation>Bedingung löschen</translation>
    </message>
    <message>
        <source>Takes the chosen condition out of the draft.</source>
        <translation>Entfernt die gewählte Bedingung aus dem Entwurf.</translation>
    </message>
    <message>
        <source>Copy condition</source>
        <translation>Bedingung kopieren</translation>
    </message>
    <message>
        <source>Puts the chosen condition on the clipboard.</source>
        <translation>Legt die gewählte Bedingung in die Zwischenablage.</translation>
    </message>
    <message>
        <source>Paste condition</source>
        <translation>Bedingung einfügen</translation>
    </message>
    <message>
        <source>Adds the condition from the clipboard, with ids of its own.</source>
        <translation>Fügt die Bedingung aus der Zwischenablage hinzu, mit eigenen Kennungen.</translation>
    </message>
    <message>
        <source>Move condition up</source>
        <translation>Bedingung nach oben verschieben</translation>
    </message>
    <message>
        <source>Before its neighbour; the order changes nothing else.</source>
        <translation>Vor ihre Nachbarin; die Reihenfolge ändert sonst nichts.</translation>
    </message>
    <message>
        <source>Move condition down</source>
        <translation>Bedingung nach unten verschieben</translation>
    </message>
    <message>
        <source>Behind its neighbour; the order changes nothing else.</source>
        <translation>Hinter ihre Nachbarin; die Reihenfolge ändert sonst nichts.</translation>
    </message>
    <message>
        <source>Ask only where tags hold</source>
        <translation>Nur verlangen, wo Merkmale zutreffen</translation>
    </message>
    <message>
        <source>Puts the condition under a condition on tags.</source>
        <translation>Stellt die Bedingung unter eine Bedingung an Merkmale.</translation>
    </message>
    <message>
        <source>Group: any of these</source>
        <translation>Gruppe: eine von diesen</translation>
    </message>
    <message>
        <source>Puts the condition into a group of alternatives.</source>
        <translation>Stellt die Bedingung in eine Gruppe von Alternativen.</translation>
    </message>
    <message>
        <source>Group: all of these</source>
        <translation>Gruppe: alle diese</translation>
    </message>
    <message>
        <source>Puts the condition into a group of its own.</source>
        <translation>Stellt die Bedingung in eine eigene Gruppe.</translation>
    </message>
    <message>
        <source>Negate check</source>
        <translation>Prüfung verneinen</translation>
    </message>
    <message>
        <source>The check must not hold; once more takes that back.</source>
        <translation>Die Prüfung darf nicht erfüllt sein; noch einmal nimmt das zurück.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Takes the last change of the draft back.</source>
        <translation>Nimmt die letzte Änderung des Entwurfs zurück.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Makes the change again.</source>
        <translation>Nimmt die Änderung erneut vor.</translation>
    </message>
    <message>
        <source>Go to the next finding</source>
        <translation>Zum nächsten Befund gehen</translation>
    </message>
    <message>
        <source>Moves to what is wrong or weakens.</source>
        <translation>Geht zu dem, was falsch ist oder schwächt.</translation>
    </message>
    <message>
        <source>Show as text</source>
        <translation>Als Text zeigen</translation>
    </message>
    <message>
        <source>The same draft, as its text or as a tree.</source>
        <translation>Derselbe Entwurf, als Text oder als Baum.</translation>
    </message>
    <message>
        <source>Compare the draft with what is in force</source>
        <translation>Den Entwurf mit der geltenden Richtlinie vergleichen</translation>
    </message>
    <message>
        <source>Shows what becomes stricter and weaker.</source>
        <translation>Zeigt, was strenger und was schwächer wird.</translation>
    </message>
    <message>
        <source>Simulate the draft…</source>
        <translation>Den Entwurf simulieren …</translation>
    </message>
    <message>
        <source>Tries the draft on the promotions of the past.</source>
        <translation>Erprobt den Entwurf an den Freigaben der Vergangenheit.</translation>
    </message>
    <message>
        <source>Show revisions and proposed changes</source>
        <translation>Revisionen und vorgeschlagene Änderungen zeigen</translation>
    </message>
    <message>
        <source>Who changed what, when and why.</source>
        <translation>Wer was geändert hat, wann und warum.</translation>
    </message>
    <message>
        <source>Edit or propose the policy…</source>
        <translation>Richtlinie bearbeiten oder vorschlagen …</translation>
    </message>
    <message>
        <source>Opens a draft, or proposes the one that is open.</source>
        <translation>Öffnet einen Entwurf oder schlägt den offenen vor.</translation>
    </message>
    <message>
        <source>Open a policy file as a draft…</source>
        <translation>Eine Richtliniendatei als Entwurf öffnen …</translation>
    </message>
    <message>
        <source>Reads a policy document into a draft.</source>
        <translation>Liest ein Richtliniendokument in einen Entwurf ein.</translation>
    </message>
    <message>
        <source>Export the policy…</source>
        <translation>Richtlinie exportieren …</translation>
    </message>
    <message>
        <source>Saves the text that is shown, byte for byte.</source>
        <translation>Sichert den gezeigten Text, Byte für Byte.</translation>
    </message>
    <message>
        <source>Discard the draft…</source>
        <translation>Den Entwurf verwerfen …</translation>
    </message>
    <message>
        <source>Goes back to the policy in force.</source>
        <translation>Kehrt zur geltenden Richtlinie zurück.</translation>
    </message>
    <message>
        <source>Gate of the policy</source>
        <translation>Gate der Richtlinie</translation>
    </message>
    <message>
        <source>No proposed change waits for your signature.</source>
        <translation>Keine vorgeschlagene Änderung wartet auf Ihre Signatur.</translation>
    </message>
    <message>
        <source>No proposed change can be put in force by you now.</source>
        <translation>Sie können jetzt keine vorgeschlagene Änderung in Kraft setzen.</translation>
    </message>
    <message>
        <source>Sign the proposed change…</source>
        <translation>Vorgeschlagene Änderung signieren …</translation>
    </message>
    <message>
        <source>Shows what you would sign of a proposed policy.</source>
        <translation>Zeigt, was Sie von einer vorgeschlagenen Richtlinie signieren würden.</translation>
    </message>
    <message>
        <source>Put the proposed change in force…</source>
        <translation>Vorgeschlagene Änderung in Kraft setzen …</translation>
    </message>
    <message>
        <source>Once all signatures are there.</source>
        <translation>Sobald alle Signaturen da sind.</translation>
    </message>
    <message>
        <source>The draft is still being checked.</source>
        <translation>Der Entwurf wird noch geprüft.</translation>
    </message>
    <message>
        <source>A draft on this computer. Nobody else sees it before it is proposed.</source>
        <translation>Ein Entwurf auf diesem Rechner. Niemand sonst sieht ihn, bevor er vorgeschlagen ist.</translation>
    </message>
</context>
<context>
    <name>cs::ui::PolicyRowDelegate</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Weaker</source>
        <translation>Schwächer</translation>
    </message>
    <message>
        <source>Stricter</source>
        <translation>Strenger</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Anders</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
</context>
<context>
    <name>cs::ui::PolicyTextView</name>
    <message>
        <source>Policy as text</source>
        <translation>Richtlinie als Text</translation>
    </message>
    <message>
        <source>Completions</source>
        <translation>Vervollständigungen</translation>
    </message>
</context>
<context>
    <name>cs::ui::PredicateField</name>
    <message>
        <source>This condition is nested. Change it in the text.</source>
        <translation>Diese Bedingung ist verschachtelt. Ändern Sie sie im Text.</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>Merkmal hinzufügen</translation>
    </message>
    <message>
        <source>Tag or fact</source>
        <translation>Merkmal oder Fakt</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>ist eins von</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Remove this tag</source>
        <translation>Dieses Merkmal entfernen</translation>
    </message>
    <message>
        <source>The last one stays: without any it would always apply. Remove the whole condition instead.</source>
        <translation>Das letzte bleibt: Ohne Merkmal würde die Bedingung immer gelten. Entfernen Sie stattdessen die ganze Bedingung.</translation>
    </message>
</context>
<context>
    <name>cs::ui::PreviewView</name>
    <message>
        <source>The bytes are not here</source>
        <translation>Die Bytes sind nicht hier</translation>
    </message>
    <message>
        <source>This copy of the workspace does not hold them. The digest in the ledger still names them; get them with a backup or from who attached them.</source>
        <translation>Diese Kopie des Arbeitsbereichs enthält sie nicht. Der Digest im Hauptbuch nennt sie weiterhin; holen Sie sie aus einer Sicherung oder von der Person, die sie beigefügt hat.</translation>
    </message>
    <message>
        <source>No preview of %1</source>
        <translation>Keine Vorschau von %1</translation>
    </message>
    <message numerus="yes">
        <source>%n test(s)</source>
        <translation>
            <numerusform>%n Test</numerusform>
            <numerusform>%n Tests</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 passed</source>
        <translation>%1 bestanden</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>%1 übersprungen</translation>
    </message>
    <message>
        <source>Failed test</source>
        <translation>Fehlgeschlagener Test</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Suite</source>
        <translation>Suite</translation>
    </message>
    <message>
        <source>Failed tests</source>
        <translation>Fehlgeschlagene Tests</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Time, s</source>
        <translation>Zeit, s</translation>
    </message>
    <message>
        <source>Test suites</source>
        <translation>Test-Suiten</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n Anmerkung</numerusform>
            <numerusform>%n Anmerkungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 suppressed in the file</source>
        <translation>%1 in der Datei unterdrückt</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Findings of the scan</source>
        <translation>Funde des Scans</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>This is the first page.</source>
        <translation>Das ist die erste Seite.</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>This is the last page.</source>
        <translation>Das ist die letzte Seite.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 × %2 px</source>
        <translation>%1 × %2 px</translation>
    </message>
</context>
<context>
    <name>cs::ui::ProgressRow</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>cs::ui::PromotionSource</name>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Transition</source>
        <translation>Übergang</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>Vorgeschlagen von</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>cs::ui::PromotionsPage</name>
    <message>
        <source>Copied the selected rows.</source>
        <translation>Die ausgewählten Zeilen wurden kopiert.</translation>
    </message>
    <message>
        <source>The promotions could not be read</source>
        <translation>Die Freigaben konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Promotions</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Which promotions</source>
        <translation>Welche Freigaben</translation>
    </message>
    <message>
        <source>Filter by version, stage or person</source>
        <translation>Nach Version, Stufe oder Person filtern</translation>
    </message>
    <message>
        <source>Filter the promotions</source>
        <translation>Freigaben filtern</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected rows (Ctrl+C)</source>
        <translation>Die ausgewählten Zeilen kopieren (Strg+C)</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n offen</numerusform>
            <numerusform>%n offen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%n insgesamt</numerusform>
            <numerusform>%n insgesamt</numerusform>
        </translation>
    </message>
    <message>
        <source>No promotion matches the filter</source>
        <translation>Keine Freigabe passt zum Filter</translation>
    </message>
    <message>
        <source>Take the filter away to see them.</source>
        <translation>Entfernen Sie den Filter, um sie zu sehen.</translation>
    </message>
    <message>
        <source>Remove the filter</source>
        <translation>Filter entfernen</translation>
    </message>
    <message>
        <source>No promotion is open</source>
        <translation>Keine Freigabe ist offen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>There is no promotion #%1 in this workspace.</source>
        <translation>In diesem Arbeitsbereich gibt es keine Freigabe #%1.</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>Genehmigen …</translation>
    </message>
    <message>
        <source>Opens the sign-off page; nothing is signed before its button.</source>
        <translation>Öffnet die Signaturseite; vor ihrer Schaltfläche wird nichts signiert.</translation>
    </message>
    <message>
        <source>Request changes…</source>
        <translation>Änderungen anfordern …</translation>
    </message>
    <message>
        <source>Stops this round until the proposer revises it.</source>
        <translation>Hält diese Runde an, bis sie überarbeitet ist.</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Ablehnen …</translation>
    </message>
    <message>
        <source>Stops the promotion until the rejection is withdrawn.</source>
        <translation>Hält die Freigabe an, bis die Ablehnung zurückgezogen ist.</translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation>Kommentieren …</translation>
    </message>
    <message>
        <source>Signs a comment that decides nothing.</source>
        <translation>Signiert einen Kommentar, der nichts entscheidet.</translation>
    </message>
    <message>
        <source>Execute…</source>
        <translation>Ausführen …</translation>
    </message>
    <message>
        <source>Moves the version to its next stage.</source>
        <translation>Bringt die Version in ihre nächste Stufe.</translation>
    </message>
    <message>
        <source>Withdraw my decision…</source>
        <translation>Meine Entscheidung zurückziehen …</translation>
    </message>
    <message>
        <source>Takes back your own approval, rejection or request for changes.</source>
        <translation>Nimmt Ihre eigene Genehmigung, Ablehnung oder Änderungsanforderung zurück.</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Zurückziehen …</translation>
    </message>
    <message>
        <source>Ends the promotion without a decision.</source>
        <translation>Beendet die Freigabe ohne Entscheidung.</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>Zurückrollen …</translation>
    </message>
    <message>
        <source>Returns to the version before.</source>
        <translation>Kehrt zur Version davor zurück.</translation>
    </message>
    <message>
        <source>Show only what is left</source>
        <translation>Nur zeigen, was noch offen ist</translation>
    </message>
    <message>
        <source>Hides the satisfied conditions of the gate.</source>
        <translation>Blendet die erfüllten Bedingungen des Gates aus.</translation>
    </message>
    <message>
        <source>Open evidence that is asked for</source>
        <translation>Verlangten Beleg öffnen</translation>
    </message>
    <message>
        <source>Shows the next piece that your signature asks you to have opened.</source>
        <translation>Zeigt den nächsten Beleg, den Ihre Signatur geöffnet haben will.</translation>
    </message>
    <message>
        <source>All that is asked for has been opened.</source>
        <translation>Alles, was verlangt ist, wurde geöffnet.</translation>
    </message>
    <message>
        <source>Next evidence</source>
        <translation>Nächster Beleg</translation>
    </message>
    <message>
        <source>Shows the next piece of evidence.</source>
        <translation>Zeigt den nächsten Beleg.</translation>
    </message>
    <message>
        <source>Previous evidence</source>
        <translation>Voriger Beleg</translation>
    </message>
    <message>
        <source>Shows the piece of evidence before.</source>
        <translation>Zeigt den Beleg davor.</translation>
    </message>
    <message>
        <source>Export record as HTML…</source>
        <translation>Aufzeichnung als HTML exportieren …</translation>
    </message>
    <message>
        <source>Saves the promotion record, one file.</source>
        <translation>Speichert die Aufzeichnung der Freigabe, eine Datei.</translation>
    </message>
    <message>
        <source>Export record as JSON…</source>
        <translation>Aufzeichnung als JSON exportieren …</translation>
    </message>
    <message>
        <source>Saves the promotion record for machines.</source>
        <translation>Speichert die Aufzeichnung der Freigabe für Maschinen.</translation>
    </message>
    <message>
        <source>All promotions</source>
        <translation>Alle Freigaben</translation>
    </message>
    <message>
        <source>Goes back to the list.</source>
        <translation>Kehrt zur Liste zurück.</translation>
    </message>
    <message>
        <source>Open a promotion first.</source>
        <translation>Öffnen Sie zuerst eine Freigabe.</translation>
    </message>
    <message>
        <source>The promotion has ended.</source>
        <translation>Die Freigabe ist beendet.</translation>
    </message>
    <message>
        <source>A pipeline proposes one, or a person does: select a version in the flow and press P.</source>
        <translation>Eine Pipeline oder eine Person schlägt eine vor: Wählen Sie im Ablauf eine Version und drücken Sie P.</translation>
    </message>
    <message>
        <source>Revise…</source>
        <translation>Überarbeiten …</translation>
    </message>
    <message>
        <source>Answers requests for changes with a new text.</source>
        <translation>Beantwortet angeforderte Änderungen mit einem neuen Text.</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Authorise break-glass…</source>
        <translation>Notfallweg autorisieren…</translation>
    </message>
    <message>
        <source>Signs that an emergency may override the open conditions of the gate.</source>
        <translation>Signiert, dass ein Notfall die offenen Bedingungen des Gates übersteuern darf.</translation>
    </message>
    <message>
        <source>Execute by break-glass…</source>
        <translation>Auf dem Notfallweg ausführen…</translation>
    </message>
    <message>
        <source>Moves the version by an authorised emergency.</source>
        <translation>Bewegt die Version durch einen autorisierten Notfall.</translation>
    </message>
    <message>
        <source>Review break-glass…</source>
        <translation>Notfallweg nachprüfen…</translation>
    </message>
    <message>
        <source>Signs the review that an executed emergency owes.</source>
        <translation>Signiert die Nachprüfung, die ein ausgeführter Notfall schuldet.</translation>
    </message>
</context>
<context>
    <name>cs::ui::ProofTree</name>
    <message>
        <source>root %1</source>
        <translation>Wurzel %1</translation>
    </message>
    <message>
        <source>entry %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <source>root and entry %1</source>
        <translation>Wurzel und Eintrag %1</translation>
    </message>
    <message numerus="yes">
        <source>The proof of entry %1 leads to the root in %n step(s).</source>
        <translation>
            <numerusform>Der Nachweis von Eintrag %1 führt in %n Schritt zur Wurzel.</numerusform>
            <numerusform>Der Nachweis von Eintrag %1 führt in %n Schritten zur Wurzel.</numerusform>
        </translation>
    </message>
    <message>
        <source>The proof of entry %1 does not lead to the root.</source>
        <translation>Der Nachweis von Eintrag %1 führt nicht zur Wurzel.</translation>
    </message>
    <message numerus="yes">
        <source>%n level(s) between</source>
        <translation>
            <numerusform>%n Ebene dazwischen</numerusform>
            <numerusform>%n Ebenen dazwischen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::ProposeForm</name>
    <message>
        <source>Show all conditions</source>
        <translation>Alle Bedingungen zeigen</translation>
    </message>
    <message>
        <source>Through which gate</source>
        <translation>Durch welches Gate</translation>
    </message>
    <message>
        <source>Serving endpoint</source>
        <translation>Serving-Endpunkt</translation>
    </message>
    <message>
        <source>Rolls back to</source>
        <translation>Rollt zurück auf</translation>
    </message>
    <message>
        <source>None is on record: name it</source>
        <translation>Keiner ist aufgezeichnet: bitte nennen</translation>
    </message>
    <message>
        <source>On record for the model</source>
        <translation>Für das Modell aufgezeichnet</translation>
    </message>
    <message>
        <source>No gate begins in %1.</source>
        <translation>In %1 beginnt kein Gate.</translation>
    </message>
    <message>
        <source>A proposal names the serving endpoint (law 9).</source>
        <translation>Ein Vorschlag nennt den Serving-Endpunkt (Gesetz 9).</translation>
    </message>
    <message>
        <source>Hide the conditions</source>
        <translation>Bedingungen ausblenden</translation>
    </message>
    <message>
        <source>Conditions of the gate</source>
        <translation>Bedingungen des Gates</translation>
    </message>
    <message>
        <source>%1 of %2 hold already</source>
        <translation>%1 von %2 schon erfüllt</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>Fehlt noch</translation>
    </message>
    <message>
        <source>Will be asked</source>
        <translation>Wird verlangt</translation>
    </message>
    <message>
        <source>It takes the place of promotion #%1, which is still open.</source>
        <translation>Sie tritt an die Stelle der Freigabe #%1, die noch offen ist.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>cs::ui::Raci</name>
    <message>
        <source>Accountable</source>
        <translation>Rechenschaft</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Consulted</source>
        <translation>Befragt</translation>
    </message>
    <message>
        <source>Informed</source>
        <translation>Informiert</translation>
    </message>
    <message>
        <source>answers for the outcome; exactly one role</source>
        <translation>steht für das Ergebnis ein; genau eine Rolle</translation>
    </message>
    <message>
        <source>does the work or signs</source>
        <translation>erledigt die Arbeit oder signiert</translation>
    </message>
    <message>
        <source>is asked to comment, and blocks nothing</source>
        <translation>wird um Kommentar gebeten und hält nichts auf</translation>
    </message>
    <message>
        <source>is told at execution and rollback</source>
        <translation>erfährt von Ausführung und Rollback</translation>
    </message>
    <message>
        <source>raised from %1</source>
        <translation>angehoben von %1</translation>
    </message>
    <message>
        <source>no holder</source>
        <translation>niemand</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>exactly one A</source>
        <translation>genau ein A</translation>
    </message>
    <message numerus="yes">
        <source>%n role(s) accountable</source>
        <translation>
            <numerusform>%n Rolle rechenschaftspflichtig</numerusform>
            <numerusform>%n Rollen rechenschaftspflichtig</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2: %3.</source>
        <translation>%1, %2: %3.</translation>
    </message>
    <message>
        <source>Raised from %1 by %2.</source>
        <translation>Angehoben von %1 durch %2.</translation>
    </message>
    <message>
        <source>Contradiction: %1</source>
        <translation>Widerspruch: %1</translation>
    </message>
</context>
<context>
    <name>cs::ui::RaciModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
</context>
<context>
    <name>cs::ui::RaciPage</name>
    <message>
        <source>RACI matrix, policy revision %1</source>
        <translation>RACI-Matrix, Revision %1 der Richtlinie</translation>
    </message>
    <message>
        <source>RACI matrix</source>
        <translation>RACI-Matrix</translation>
    </message>
    <message>
        <source>Policy revision %1</source>
        <translation>Richtlinie, Revision %1</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>RACI</source>
        <translation>RACI</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n role(s)</source>
        <translation>
            <numerusform>%n Rolle</numerusform>
            <numerusform>%n Rollen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transition(s)</source>
        <translation>
            <numerusform>%n Übergang</numerusform>
            <numerusform>%n Übergänge</numerusform>
        </translation>
    </message>
    <message>
        <source>Show for</source>
        <translation>Anzeigen für</translation>
    </message>
    <message>
        <source>Open gate</source>
        <translation>Gate öffnen</translation>
    </message>
    <message>
        <source>Shows the gate of the current cell in the flow (Return)</source>
        <translation>Zeigt das Gate der aktuellen Zelle im Ablauf (Eingabetaste)</translation>
    </message>
    <message>
        <source>No policy with a matrix is in force.</source>
        <translation>Keine Richtlinie mit einer Matrix gilt.</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Roles by transitions</source>
        <translation>Rollen nach Übergängen</translation>
    </message>
    <message>
        <source>The matrix could not be read</source>
        <translation>Die Matrix konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>No matrix is in force</source>
        <translation>Keine Matrix gilt</translation>
    </message>
    <message>
        <source>The matrix is part of the policy. It appears here when a policy with one is adopted.</source>
        <translation>Die Matrix ist Teil der Richtlinie. Sie erscheint hier, sobald eine Richtlinie mit Matrix angenommen ist.</translation>
    </message>
    <message>
        <source>No contradiction</source>
        <translation>Kein Widerspruch</translation>
    </message>
    <message numerus="yes">
        <source>%n contradiction(s)</source>
        <translation>
            <numerusform>%n Widerspruch</numerusform>
            <numerusform>%n Widersprüche</numerusform>
        </translation>
    </message>
    <message>
        <source>Letters, gates and holders fit together in this case</source>
        <translation>Buchstaben, Gates und Besetzung passen in diesem Fall zusammen</translation>
    </message>
    <message>
        <source>Goes to the next contradiction</source>
        <translation>Geht zum nächsten Widerspruch</translation>
    </message>
    <message>
        <source>%1 There are %2 more.</source>
        <translation>%1 Es gibt %2 weitere.</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>Zuweisen …</translation>
    </message>
    <message>
        <source>The policy contradicts itself under other tags</source>
        <translation>Die Richtlinie widerspricht sich bei anderen Merkmalen</translation>
    </message>
    <message>
        <source>These overlays do not go together</source>
        <translation>Diese Überlagerungen passen nicht zusammen</translation>
    </message>
    <message>
        <source>CSV file (*.csv)</source>
        <translation>CSV-Datei (*.csv)</translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation>SVG-Bild (*.svg)</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>Export the matrix</source>
        <translation>Matrix exportieren</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 wurde gespeichert.</translation>
    </message>
    <message>
        <source>Copied the matrix.</source>
        <translation>Matrix kopiert.</translation>
    </message>
    <message>
        <source>Open the gate of the cell</source>
        <translation>Gate der Zelle öffnen</translation>
    </message>
    <message>
        <source>Shows that gate in the flow.</source>
        <translation>Zeigt dieses Gate im Ablauf.</translation>
    </message>
    <message>
        <source>Go to the next contradiction</source>
        <translation>Zum nächsten Widerspruch gehen</translation>
    </message>
    <message>
        <source>Moves to the cell that contradicts its gate.</source>
        <translation>Geht zur Zelle, die ihrem Gate widerspricht.</translation>
    </message>
    <message>
        <source>Export matrix as picture (PNG)…</source>
        <translation>Matrix als Bild exportieren (PNG) …</translation>
    </message>
    <message>
        <source>Saves what is shown as a picture of points.</source>
        <translation>Sichert die Anzeige als Bild aus Punkten.</translation>
    </message>
    <message>
        <source>Export matrix as picture (SVG)…</source>
        <translation>Matrix als Bild exportieren (SVG) …</translation>
    </message>
    <message>
        <source>Saves what is shown as a picture of lines.</source>
        <translation>Sichert die Anzeige als Bild aus Linien.</translation>
    </message>
    <message>
        <source>Export matrix as CSV…</source>
        <translation>Matrix als CSV exportieren …</translation>
    </message>
    <message>
        <source>Saves letters, overlays and holders.</source>
        <translation>Sichert Buchstaben, Überlagerungen und Besetzung.</translation>
    </message>
    <message>
        <source>Print matrix…</source>
        <translation>Matrix drucken …</translation>
    </message>
    <message>
        <source>Prints what is shown, with its contradictions.</source>
        <translation>Druckt die Anzeige mit ihren Widersprüchen.</translation>
    </message>
    <message>
        <source>Draft of revision %1</source>
        <translation>Entwurf von Revision %1</translation>
    </message>
    <message>
        <source>Open the draft</source>
        <translation>Den Entwurf öffnen</translation>
    </message>
    <message>
        <source>Edit in a draft</source>
        <translation>Im Entwurf bearbeiten</translation>
    </message>
    <message>
        <source>Shows the draft of the policy that this matrix is part of</source>
        <translation>Zeigt den Entwurf der Richtlinie, zu der diese Matrix gehört</translation>
    </message>
    <message>
        <source>Opens a draft of the policy, in which letters can be changed</source>
        <translation>Öffnet einen Entwurf der Richtlinie, in dem Buchstaben geändert werden können</translation>
    </message>
    <message>
        <source>Where a letter goes</source>
        <translation>Wohin ein Buchstabe kommt</translation>
    </message>
    <message>
        <source>Saves the matrix as PDF, workbook (XLSX), picture (PNG, SVG) or CSV</source>
        <translation>Sichert die Matrix als PDF, Arbeitsmappe (XLSX), Bild (PNG, SVG) oder CSV</translation>
    </message>
    <message>
        <source>Letters go into the base</source>
        <translation>Buchstaben kommen in die Grundmatrix</translation>
    </message>
    <message>
        <source>Letters go into &quot;%1&quot;</source>
        <translation>Buchstaben kommen in „%1“</translation>
    </message>
    <message>
        <source>the base</source>
        <translation>die Grundmatrix</translation>
    </message>
    <message>
        <source>The matrix in force is read only. &quot;Edit in a draft&quot; opens a draft.</source>
        <translation>Die geltende Matrix lässt sich nur lesen. „Im Entwurf bearbeiten“ öffnet einen Entwurf.</translation>
    </message>
    <message>
        <source>The base has a letter in each cell: R, A, C or I.</source>
        <translation>Die Grundmatrix hat in jeder Zelle einen Buchstaben: R, A, C oder I.</translation>
    </message>
    <message>
        <source>PDF file (*.pdf)</source>
        <translation>PDF-Datei (*.pdf)</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>Arbeitsmappe (*.xlsx)</translation>
    </message>
    <message>
        <source>Edit the matrix in a draft</source>
        <translation>Die Matrix im Entwurf bearbeiten</translation>
    </message>
    <message>
        <source>Opens a draft of the policy, or the one that there is.</source>
        <translation>Öffnet einen Entwurf der Richtlinie oder den vorhandenen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Takes the last change of the draft back.</source>
        <translation>Nimmt die letzte Änderung des Entwurfs zurück.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Makes the change again.</source>
        <translation>Nimmt die Änderung erneut vor.</translation>
    </message>
    <message>
        <source>Export matrix as PDF…</source>
        <translation>Matrix als PDF exportieren …</translation>
    </message>
    <message>
        <source>Saves what is shown as a page to print.</source>
        <translation>Sichert die Anzeige als Seite zum Drucken.</translation>
    </message>
    <message>
        <source>Export matrix as workbook (XLSX)…</source>
        <translation>Matrix als Arbeitsmappe exportieren (XLSX) …</translation>
    </message>
</context>
<context>
    <name>cs::ui::RaciPicture</name>
    <message>
        <source>Shown without any overlay</source>
        <translation>Ohne Überlagerung gezeigt</translation>
    </message>
    <message>
        <source>Shown for: %1</source>
        <translation>Gezeigt für: %1</translation>
    </message>
    <message>
        <source>Contradiction: %1.</source>
        <translation>Widerspruch: %1.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Holders</source>
        <translation>Besetzung</translation>
    </message>
    <message>
        <source>Contradiction: %1. %2</source>
        <translation>Widerspruch: %1. %2</translation>
    </message>
    <message>
        <source>%1: raised by</source>
        <translation>%1: angehoben durch</translation>
    </message>
</context>
<context>
    <name>cs::ui::RaciSide</name>
    <message>
        <source>The current cell</source>
        <translation>Die aktuelle Zelle</translation>
    </message>
    <message>
        <source>No cell is chosen</source>
        <translation>Keine Zelle gewählt</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Grundwert</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Raised by</source>
        <translation>Angehoben durch</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Gate asks</source>
        <translation>Gate verlangt</translation>
    </message>
    <message>
        <source>no signature of this role</source>
        <translation>keine Signatur dieser Rolle</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>Stimmt</translation>
    </message>
    <message>
        <source>yes, but too few people hold it</source>
        <translation>ja, aber zu wenige Personen haben sie inne</translation>
    </message>
    <message>
        <source>nothing is asked</source>
        <translation>nichts wird verlangt</translation>
    </message>
    <message>
        <source>%1 may sign</source>
        <translation>%1 darf signieren</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Open the gate</source>
        <translation>Das Gate öffnen</translation>
    </message>
    <message>
        <source>Who holds it</source>
        <translation>Wer sie innehat</translation>
    </message>
    <message>
        <source>%1, %2, since %3</source>
        <translation>%1, %2, seit %3</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1, bis %2</translation>
    </message>
    <message>
        <source>Nobody holds this role.</source>
        <translation>Niemand hat diese Rolle inne.</translation>
    </message>
    <message>
        <source>Fallback: %1, who signs for its membership while it is empty.</source>
        <translation>Ersatz: %1 signiert für die Mitgliedschaft, solange sie unbesetzt ist.</translation>
    </message>
    <message>
        <source>Why it is so</source>
        <translation>Warum es so ist</translation>
    </message>
    <message>
        <source>Not in the matrix</source>
        <translation>Nicht in der Matrix</translation>
    </message>
    <message>
        <source>Set with one key</source>
        <translation>Mit einer Taste setzen</translation>
    </message>
    <message>
        <source>The matrix in force is read only. &quot;Edit in a draft&quot; opens one.</source>
        <translation>Die geltende Matrix lässt sich nur lesen. „Im Entwurf bearbeiten“ öffnet einen Entwurf.</translation>
    </message>
    <message>
        <source>It is that already.</source>
        <translation>Das ist schon gesetzt.</translation>
    </message>
    <message>
        <source>Changes go into a draft of the policy and are signed with it. Lowering a letter is a weakening.</source>
        <translation>Änderungen kommen in einen Entwurf der Richtlinie und werden mit ihm signiert. Einen Buchstaben zu senken ist eine Schwächung.</translation>
    </message>
    <message>
        <source>Goes into: %1. Lowering a letter is a weakening.</source>
        <translation>Kommt in: %1. Einen Buchstaben zu senken ist eine Schwächung.</translation>
    </message>
</context>
<context>
    <name>cs::ui::Rail</name>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
</context>
<context>
    <name>cs::ui::RegistryFormWidget</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What it is called here, for example mlflow-prod</source>
        <translation>Wie sie hier heißt, zum Beispiel mlflow-prod</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>https://…, or http://127.0.0.1:5000 on this computer</source>
        <translation>https://… oder http://127.0.0.1:5000 auf diesem Rechner</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password or token</source>
        <translation>Passwort oder Token</translation>
    </message>
    <message>
        <source>Empty: the one that is kept stays</source>
        <translation>Leer: das hinterlegte bleibt</translation>
    </message>
    <message>
        <source>Kept in your keychain, for this address alone</source>
        <translation>Liegt in Ihrem Schlüsselbund, nur für diese Adresse</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>User name and password</source>
        <translation>Benutzername und Passwort</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Alias for %1</source>
        <translation>Alias für %1</translation>
    </message>
    <message>
        <source>Empty: none stands for it</source>
        <translation>Leer: keiner steht dafür</translation>
    </message>
    <message>
        <source>Also production</source>
        <translation>Auch Produktion</translation>
    </message>
    <message>
        <source>Further aliases that mean production, by commas</source>
        <translation>Weitere Aliase, die Produktion bedeuten, mit Kommas</translation>
    </message>
    <message>
        <source>Owner role</source>
        <translation>Rolle des Eigentümers</translation>
    </message>
    <message>
        <source>Write aliases and stamps when a stage changes</source>
        <translation>Aliase und Vermerke schreiben, wenn sich eine Stufe ändert</translation>
    </message>
    <message>
        <source>Synchronise</source>
        <translation>Abgleichen</translation>
    </message>
    <message>
        <source>Only when asked</source>
        <translation>Nur auf Verlangen</translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>Jede Minute</numerusform>
            <numerusform>Alle %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n second(s)</source>
        <translation>
            <numerusform>Jede Sekunde</numerusform>
            <numerusform>Alle %n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Give the registry a name.</source>
        <translation>Geben Sie der Registry einen Namen.</translation>
    </message>
    <message>
        <source>Give its address.</source>
        <translation>Geben Sie ihre Adresse an.</translation>
    </message>
    <message>
        <source>Give the user name.</source>
        <translation>Geben Sie den Benutzernamen an.</translation>
    </message>
    <message>
        <source>Give the password or token.</source>
        <translation>Geben Sie das Passwort oder Token an.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird gefragt …</translation>
    </message>
    <message>
        <source>It answers: %1.</source>
        <translation>Sie antwortet: %1.</translation>
    </message>
</context>
<context>
    <name>cs::ui::RegistryPane</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>kept in the keychain, for %1 alone</source>
        <translation>im Schlüsselbund, nur für %1</translation>
    </message>
    <message>
        <source>missing: change the registry and give it</source>
        <translation>fehlt: ändern Sie die Registry und geben Sie sie an</translation>
    </message>
    <message>
        <source>the keychain is locked</source>
        <translation>der Schlüsselbund ist gesperrt</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Put right in the registry</source>
        <translation>In der Registry berichtigen</translation>
    </message>
    <message>
        <source>Sets aliases and stamps to what the ledger says. The findings stay until somebody closes them.</source>
        <translation>Setzt Aliase und Vermerke auf das, was das Hauptbuch sagt. Die Befunde bleiben, bis jemand sie schließt.</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>It is running.</source>
        <translation>Er läuft gerade.</translation>
    </message>
    <message>
        <source>Reading models</source>
        <translation>Modelle werden gelesen</translation>
    </message>
    <message>
        <source>The last synchronisation did not end well</source>
        <translation>Der letzte Abgleich ging nicht gut aus</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) out of governance</source>
        <translation>
            <numerusform>%n Fall außerhalb der Governance</numerusform>
            <numerusform>%n Fälle außerhalb der Governance</numerusform>
        </translation>
    </message>
    <message>
        <source>What the registry says is not what the ledger says. Gates that ask for no open findings stay shut.</source>
        <translation>Was die Registry sagt, ist nicht, was das Hauptbuch sagt. Gates, die keine offenen Befunde verlangen, bleiben geschlossen.</translation>
    </message>
    <message>
        <source>This computer does not synchronise</source>
        <translation>Dieser Rechner gleicht nicht ab</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Enthält</translation>
    </message>
    <message>
        <source>%1 models, %2 versions</source>
        <translation>%1 Modelle, %2 Versionen</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Last entry</source>
        <translation>Letzter Eintrag</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keiner</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <comment>alias for stage</comment>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>Aliase</translation>
    </message>
    <message>
        <source>Writes back</source>
        <translation>Schreibt zurück</translation>
    </message>
    <message>
        <source>aliases and stamps</source>
        <translation>Aliase und Vermerke</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signiert von</translation>
    </message>
    <message>
        <source>nobody on this computer</source>
        <translation>niemand auf diesem Rechner</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>%1 · since %2 · entry %3</source>
        <translation>%1 · seit %2 · Eintrag %3</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading models: %1</source>
        <translation>Modelle werden gelesen: %1</translation>
    </message>
    <message>
        <source>Reading versions: %1</source>
        <translation>Versionen werden gelesen: %1</translation>
    </message>
    <message>
        <source>Writing back: %1 of %2</source>
        <translation>Wird zurückgeschrieben: %1 von %2</translation>
    </message>
    <message>
        <source>Comparing with the ledger</source>
        <translation>Wird mit dem Hauptbuch verglichen</translation>
    </message>
    <message>
        <source>only when asked</source>
        <translation>nur auf Verlangen</translation>
    </message>
    <message numerus="yes">
        <source>every %n minute(s)</source>
        <translation>
            <numerusform>jede Minute</numerusform>
            <numerusform>alle %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n second(s)</source>
        <translation>
            <numerusform>jede Sekunde</numerusform>
            <numerusform>alle %n Sekunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::RegistrySource</name>
    <message>
        <source>Registry</source>
        <translation>Registry</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Synchronising</source>
        <translation>Wird abgeglichen</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) out of governance</source>
        <translation>
            <numerusform>%n Fall außerhalb der Governance</numerusform>
            <numerusform>%n Fälle außerhalb der Governance</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign-in missing</source>
        <translation>Anmeldung fehlt</translation>
    </message>
    <message>
        <source>Last run failed</source>
        <translation>Letzter Lauf fehlgeschlagen</translation>
    </message>
    <message>
        <source>In step</source>
        <translation>Abgeglichen</translation>
    </message>
    <message>
        <source>Not synchronised yet</source>
        <translation>Noch nicht abgeglichen</translation>
    </message>
    <message>
        <source>Not from here</source>
        <translation>Nicht von hier</translation>
    </message>
</context>
<context>
    <name>cs::ui::Review</name>
    <message>
        <source>%1 Nothing was changed.</source>
        <translation>%1 Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Proposed %1 by</source>
        <translation>Vorgeschlagen %1 von</translation>
    </message>
    <message>
        <source>Executed</source>
        <translation>Ausgeführt</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>Ersetzt</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Changes requested</source>
        <translation>Änderungen angefordert</translation>
    </message>
    <message>
        <source>Gate satisfied</source>
        <translation>Gate erfüllt</translation>
    </message>
    <message>
        <source>%1 of %2 left</source>
        <translation>%1 von %2 offen</translation>
    </message>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>%1 better</source>
        <translation>%1 besser</translation>
    </message>
    <message>
        <source>%1 worse</source>
        <translation>%1 schlechter</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 Std.</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Brier score</source>
        <translation>Brier-Wert</translation>
    </message>
    <message>
        <source>Primary metric</source>
        <translation>Hauptmessgröße</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>Executed by break-glass</source>
        <translation>Auf dem Notfallweg ausgeführt</translation>
    </message>
</context>
<context>
    <name>cs::ui::ReviewView</name>
    <message>
        <source>Left only</source>
        <translation>Nur Offenes</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation>Ihre Entscheidung</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>Shows only the conditions that are not satisfied</source>
        <translation>Zeigt nur die Bedingungen, die nicht erfüllt sind</translation>
    </message>
    <message>
        <source>Conditions of the gate</source>
        <translation>Bedingungen des Gates</translation>
    </message>
    <message>
        <source>Promotions</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>The promotion could not be read</source>
        <translation>Die Freigabe konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Discussion %1</source>
        <translation>Diskussion %1</translation>
    </message>
    <message>
        <source>Expires %1</source>
        <translation>Läuft ab %1</translation>
    </message>
    <message>
        <source>Policy revision %1</source>
        <translation>Richtlinie, Revision %1</translation>
    </message>
    <message>
        <source>The sign-off page was closed: what it covered has changed</source>
        <translation>Die Signaturseite wurde geschlossen: was sie umfasste, hat sich geändert</translation>
    </message>
    <message>
        <source>%1 Nothing was signed. Look at what changed, then open it again.</source>
        <translation>%1 Es wurde nichts signiert. Sehen Sie an, was sich geändert hat, und öffnen Sie sie dann wieder.</translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation>Wieder öffnen …</translation>
    </message>
    <message>
        <source>The promotion has ended.</source>
        <translation>Die Freigabe ist beendet.</translation>
    </message>
    <message>
        <source>Show entry</source>
        <translation>Eintrag zeigen</translation>
    </message>
    <message>
        <source>Execute promotion #%1?</source>
        <translation>Freigabe #%1 ausführen?</translation>
    </message>
    <message>
        <source>%1 %2 enters %3. The gate is judged once more by the ledger; rollback target: %4.</source>
        <translation>%1 %2 kommt in die Stufe %3. Das Hauptbuch beurteilt das Gate noch einmal; Rollback-Ziel: %4.</translation>
    </message>
    <message>
        <source>Execute now</source>
        <translation>Jetzt ausführen</translation>
    </message>
    <message>
        <source>Executed #%1 in entry %2.</source>
        <translation>#%1 in Eintrag %2 ausgeführt.</translation>
    </message>
    <message>
        <source>Withdraw promotion #%1?</source>
        <translation>Freigabe #%1 zurückziehen?</translation>
    </message>
    <message>
        <source>It ends; its approvals count for nothing any more. A new promotion can be proposed.</source>
        <translation>Sie endet; ihre Genehmigungen zählen nicht mehr. Eine neue Freigabe kann vorgeschlagen werden.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Withdraw now</source>
        <translation>Jetzt zurückziehen</translation>
    </message>
    <message>
        <source>Withdrew #%1 in entry %2.</source>
        <translation>#%1 in Eintrag %2 zurückgezogen.</translation>
    </message>
    <message>
        <source>Withdraw your decision on promotion #%1?</source>
        <translation>Ihre Entscheidung zur Freigabe #%1 zurückziehen?</translation>
    </message>
    <message>
        <source>Your approval counts no more, and your refusal stops nothing any more. Both stay in the ledger.</source>
        <translation>Ihre Genehmigung zählt nicht mehr, und Ihre Ablehnung hält nichts mehr an. Beides bleibt im Hauptbuch.</translation>
    </message>
    <message>
        <source>Withdraw decision</source>
        <translation>Entscheidung zurückziehen</translation>
    </message>
    <message>
        <source>Withdrew your decision on #%1 in entry %2.</source>
        <translation>Ihre Entscheidung zu #%1 in Eintrag %2 zurückgezogen.</translation>
    </message>
    <message>
        <source>Roll back %1?</source>
        <translation>%1 zurückrollen?</translation>
    </message>
    <message>
        <source>%1 leaves %2; %3 takes its place. No gate stops a rollback, and it leaves its own record.</source>
        <translation>%1 verlässt %2; %3 tritt an die Stelle. Kein Gate hält ein Rollback auf, und es hinterlässt seine eigene Aufzeichnung.</translation>
    </message>
    <message>
        <source>Roll back now</source>
        <translation>Jetzt zurückrollen</translation>
    </message>
    <message>
        <source>Rolled back %1 in entry %2.</source>
        <translation>%1 in Eintrag %2 zurückgerollt.</translation>
    </message>
    <message>
        <source>Comment on promotion #%1</source>
        <translation>Freigabe #%1 kommentieren</translation>
    </message>
    <message>
        <source>Your words are signed and stay in the ledger. A comment decides nothing.</source>
        <translation>Ihre Worte werden signiert und bleiben im Hauptbuch. Ein Kommentar entscheidet nichts.</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Sign comment</source>
        <translation>Kommentar signieren</translation>
    </message>
    <message>
        <source>Commented in entry %1.</source>
        <translation>In Eintrag %1 kommentiert.</translation>
    </message>
    <message>
        <source>Export the promotion record</source>
        <translation>Aufzeichnung der Freigabe exportieren</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 wurde gespeichert.</translation>
    </message>
    <message>
        <source>%1 (off: %2)</source>
        <translation>%1 (aus: %2)</translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation>Kommentieren …</translation>
    </message>
    <message>
        <source>Withdraw my decision…</source>
        <translation>Meine Entscheidung zurückziehen …</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Zurückziehen …</translation>
    </message>
    <message>
        <source>Execute…</source>
        <translation>Ausführen …</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>Zurückrollen …</translation>
    </message>
    <message>
        <source>Export record as HTML…</source>
        <translation>Aufzeichnung als HTML exportieren …</translation>
    </message>
    <message>
        <source>Export record as JSON…</source>
        <translation>Aufzeichnung als JSON exportieren …</translation>
    </message>
    <message>
        <source>Revise promotion #%1</source>
        <translation>Freigabe #%1 überarbeiten</translation>
    </message>
    <message>
        <source>Your words take the place of the proposal&apos;s, and the next round begins: requests for changes fall, and approvals that rest on the text are asked for again.</source>
        <translation>Ihre Worte treten an die Stelle der Worte des Vorschlags, und die nächste Runde beginnt: angeforderte Änderungen fallen weg, und Genehmigungen, die auf dem Text ruhen, werden erneut verlangt.</translation>
    </message>
    <message>
        <source>What is proposed now, and what changed</source>
        <translation>Was jetzt vorgeschlagen ist und was sich geändert hat</translation>
    </message>
    <message>
        <source>Sign revision</source>
        <translation>Überarbeitung signieren</translation>
    </message>
    <message>
        <source>Revised #%1 in entry %2.</source>
        <translation>#%1 in Eintrag %2 überarbeitet.</translation>
    </message>
    <message>
        <source>Revise…</source>
        <translation>Überarbeiten …</translation>
    </message>
    <message>
        <source>The gate now says: %1.</source>
        <translation>Das Gate sagt jetzt: %1.</translation>
    </message>
    <message>
        <source>Nothing was signed. Your words are kept for the next time.</source>
        <translation>Es wurde nichts signiert. Ihre Worte bleiben für das nächste Mal erhalten.</translation>
    </message>
</context>
<context>
    <name>cs::ui::RevisionsView</name>
    <message>
        <source>The chosen revision</source>
        <translation>Die gewählte Revision</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Revisionen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Revision %1</source>
        <translation>Revision %1</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>gilt</translation>
    </message>
    <message>
        <source>No revision is chosen</source>
        <translation>Keine Revision gewählt</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>no reason is kept</source>
        <translation>kein Grund festgehalten</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>%1 by %2, entry %3</source>
        <translation>%1 von %2, Eintrag %3</translation>
    </message>
    <message>
        <source>In force since</source>
        <translation>Gilt seit</translation>
    </message>
    <message>
        <source>%1, entry %2</source>
        <translation>%1, Eintrag %2</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>the policy that the workspace was founded with</source>
        <translation>die Richtlinie, mit der der Arbeitsbereich gegründet wurde</translation>
    </message>
    <message>
        <source>weakens something</source>
        <translation>schwächt etwas</translation>
    </message>
    <message>
        <source>weakens nothing</source>
        <translation>schwächt nichts</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Its bytes are missing here. Get them from another copy of the workspace.</source>
        <translation>Ihre Bytes fehlen hier. Holen Sie sie aus einer anderen Kopie des Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>What it changed</source>
        <translation>Was sie geändert hat</translation>
    </message>
    <message>
        <source>It is the first one.</source>
        <translation>Sie ist die erste.</translation>
    </message>
    <message>
        <source>Open as a draft</source>
        <translation>Als Entwurf öffnen</translation>
    </message>
    <message>
        <source>There is a draft already. Propose or discard it first.</source>
        <translation>Es gibt schon einen Entwurf. Schlagen Sie ihn zuerst vor oder verwerfen Sie ihn.</translation>
    </message>
    <message>
        <source>Revision %1, proposed</source>
        <translation>Revision %1, vorgeschlagen</translation>
    </message>
    <message>
        <source>%1 of %2 signed</source>
        <translation>%1 von %2 signiert</translation>
    </message>
    <message>
        <source>All signatures are there. It can be put in force.</source>
        <translation>Alle Signaturen sind da. Sie kann in Kraft gesetzt werden.</translation>
    </message>
    <message>
        <source>Signed. The cool-off runs until %1.</source>
        <translation>Signiert. Die Bedenkzeit läuft bis %1.</translation>
    </message>
    <message>
        <source>It waits for signatures.</source>
        <translation>Sie wartet auf Signaturen.</translation>
    </message>
    <message>
        <source>Who must sign</source>
        <translation>Wer signieren muss</translation>
    </message>
    <message>
        <source>Put in force…</source>
        <translation>In Kraft setzen …</translation>
    </message>
    <message>
        <source>What it changes</source>
        <translation>Was sie ändert</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Zurückziehen …</translation>
    </message>
    <message>
        <source>Only who proposed it withdraws it.</source>
        <translation>Nur wer sie vorgeschlagen hat, zieht sie zurück.</translation>
    </message>
    <message>
        <source>Review by another person</source>
        <translation>Durchsicht durch eine andere Person</translation>
    </message>
    <message>
        <source>Loses a say</source>
        <translation>Verliert Mitsprache</translation>
    </message>
    <message>
        <source>Accepts the weakening</source>
        <translation>Stimmt der Schwächung zu</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signiert</translation>
    </message>
    <message>
        <source>Nobody can sign it now.</source>
        <translation>Niemand kann sie jetzt signieren.</translation>
    </message>
    <message>
        <source>Can sign: %1</source>
        <translation>Kann signieren: %1</translation>
    </message>
    <message>
        <source>Sign…</source>
        <translation>Signieren …</translation>
    </message>
    <message>
        <source>Refuse…</source>
        <translation>Ablehnen …</translation>
    </message>
    <message>
        <source>Refuse after all…</source>
        <translation>Doch ablehnen …</translation>
    </message>
</context>
<context>
    <name>cs::ui::RoleBadge</name>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (Sie)</translation>
    </message>
</context>
<context>
    <name>cs::ui::SettingRow</name>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <extracomment>%1 is the name of a setting</extracomment>
        <translation>Zurücksetzen: %1</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>On</source>
        <extracomment>a setting is on</extracomment>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Off</source>
        <extracomment>a setting is off</extracomment>
        <translation>Aus</translation>
    </message>
</context>
<context>
    <name>cs::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Changes hold at once, for you on this computer</source>
        <translation>Änderungen gelten sofort, für Sie auf diesem Rechner</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Keine Einstellung enthält diese Wörter.</translation>
    </message>
    <message>
        <source>All settings are at their defaults.</source>
        <translation>Alle Einstellungen stehen auf ihrem Standard.</translation>
    </message>
    <message>
        <source>Moves to the search field.</source>
        <translation>Geht in das Suchfeld.</translation>
    </message>
    <message>
        <source>Reset all settings</source>
        <translation>Alle Einstellungen zurücksetzen</translation>
    </message>
    <message>
        <source>Brings every setting back to its default.</source>
        <translation>Bringt jede Einstellung auf ihren Standard zurück.</translation>
    </message>
    <message>
        <source>setting</source>
        <extracomment>in the palette, beside the name of a setting</extracomment>
        <translation>Einstellung</translation>
    </message>
</context>
<context>
    <name>cs::ui::SeveralKeys</name>
    <message numerus="yes">
        <source>%n persons&apos; keys lie in this keychain: %1. A person&apos;s key belongs in that person&apos;s own keychain.</source>
        <translation>
            <numerusform>Der Schlüssel von %n Person liegt in diesem Schlüsselbund: %1. Der Schlüssel einer Person gehört in ihren eigenen Schlüsselbund.</numerusform>
            <numerusform>Die Schlüssel von %n Personen liegen in diesem Schlüsselbund: %1. Der Schlüssel einer Person gehört in ihren eigenen Schlüsselbund.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::ShellCommands</name>
    <message>
        <source>New workspace…</source>
        <translation>Neuer Arbeitsbereich …</translation>
    </message>
    <message>
        <source>Found a workspace: name, administrators, policy.</source>
        <translation>Einen Arbeitsbereich gründen: Name, Administratoren, Richtlinie.</translation>
    </message>
    <message>
        <source>Open workspace…</source>
        <translation>Arbeitsbereich öffnen …</translation>
    </message>
    <message>
        <source>Open a workspace file on this computer.</source>
        <translation>Eine Arbeitsbereichsdatei auf diesem Rechner öffnen.</translation>
    </message>
    <message>
        <source>Open the example</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Open the example workspace to try things.</source>
        <translation>Den Beispiel-Arbeitsbereich öffnen, um Dinge auszuprobieren.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Close the window and quit.</source>
        <translation>Das Fenster schließen und beenden.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Go to what was shown before.</source>
        <translation>Zu dem gehen, was davor gezeigt wurde.</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Go to what was shown before you went back.</source>
        <translation>Zu dem gehen, was vor dem Zurückgehen gezeigt wurde.</translation>
    </message>
    <message>
        <source>Go to or do…</source>
        <translation>Gehe zu oder tue …</translation>
    </message>
    <message>
        <source>Find a place or a command by a few letters, or open a link.</source>
        <translation>Einen Ort oder Befehl mit wenigen Buchstaben finden oder einen Link öffnen.</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Copy a link to what is shown; it opens here or on another computer.</source>
        <translation>Einen Link auf das Gezeigte kopieren; er öffnet sich hier oder auf einem anderen Rechner.</translation>
    </message>
    <message>
        <source>Choose the colours of the window.</source>
        <translation>Die Farben des Fensters wählen.</translation>
    </message>
    <message>
        <source>Colours as the system</source>
        <translation>Farben wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Change the size of all text, 75 to 200 %.</source>
        <translation>Die Größe aller Texte ändern, 75 bis 200 %.</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>Normaler Text</translation>
    </message>
    <message>
        <source>Choose the language of the window.</source>
        <translation>Die Sprache des Fensters wählen.</translation>
    </message>
    <message>
        <source>Language as the system</source>
        <translation>Sprache wie das System</translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Show the page of the handbook about what is shown.</source>
        <translation>Die Seite des Handbuchs über das Gezeigte zeigen.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Show all commands with their keys, to read or to print.</source>
        <translation>Alle Befehle mit ihren Tasten zeigen, zum Lesen oder Drucken.</translation>
    </message>
    <message>
        <source>About Countersign</source>
        <translation>Über Countersign</translation>
    </message>
    <message>
        <source>Show the version and what it was built with.</source>
        <translation>Die Version zeigen, und womit sie gebaut wurde.</translation>
    </message>
    <message>
        <source>Nothing was shown before.</source>
        <translation>Davor wurde nichts gezeigt.</translation>
    </message>
    <message>
        <source>You have not gone back.</source>
        <translation>Sie sind nicht zurückgegangen.</translation>
    </message>
</context>
<context>
    <name>cs::ui::ShortcutSheet</name>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Keyboard shortcuts of Countersign</source>
        <translation>Tastenkürzel von Countersign</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Ctrl+K finds every command by a few letters, also those without keys.</source>
        <translation>Strg+K findet jeden Befehl mit wenigen Buchstaben, auch die ohne Tasten.</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>Auf dieser Seite</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF speichern …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>cs::ui::SidePanel</name>
    <message>
        <source>Copied: %1.</source>
        <translation>Kopiert: %1.</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Unverified</source>
        <translation>Ungeprüft</translation>
    </message>
    <message>
        <source>Artifact</source>
        <translation>Artefakt</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>OpenSSF model signing, %1</source>
        <translation>OpenSSF Model Signing, %1</translation>
    </message>
    <message>
        <source>one file, %1</source>
        <translation>eine Datei, %1</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>Code revision</source>
        <translation>Code-Revision</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Registered by</source>
        <translation>Registriert von</translation>
    </message>
    <message>
        <source>%1, entry %2</source>
        <translation>%1, Eintrag %2</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>Trainingsdaten</translation>
    </message>
    <message>
        <source>Data digest</source>
        <translation>Digest der Daten</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Features</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Erstellt von</translation>
    </message>
    <message>
        <source>Same bytes</source>
        <translation>Gleiche Bytes</translation>
    </message>
    <message>
        <source>Governance tags</source>
        <translation>Governance-Merkmale</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>Serving</translation>
    </message>
    <message>
        <source>No serving metadata is recorded yet.</source>
        <translation>Es sind noch keine Serving-Metadaten aufgezeichnet.</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Verkehr</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>Ersatz</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>Rückweg</translation>
    </message>
    <message>
        <source>Registries and findings</source>
        <translation>Registries und Befunde</translation>
    </message>
    <message>
        <source>written %1, %2</source>
        <translation>geschrieben %1, %2</translation>
    </message>
    <message>
        <source>seen %1, %2</source>
        <translation>gesehen %1, %2</translation>
    </message>
    <message>
        <source>closed %1</source>
        <translation>geschlossen %1</translation>
    </message>
    <message>
        <source>open since %1</source>
        <translation>offen, eröffnet %1</translation>
    </message>
    <message>
        <source>Further data</source>
        <translation>Weitere Daten</translation>
    </message>
</context>
<context>
    <name>cs::ui::SignOffBody</name>
    <message>
        <source>What your signature means</source>
        <translation>Was Ihre Signatur bedeutet</translation>
    </message>
    <message>
        <source>I refuse this promotion. It cannot go on until I withdraw my refusal.</source>
        <translation>Ich lehne diese Freigabe ab. Sie kann nicht weitergehen, bis ich meine Ablehnung zurückziehe.</translation>
    </message>
    <message>
        <source>I ask for changes. This round cannot go on; my veto falls when the proposer begins the next.</source>
        <translation>Ich fordere Änderungen an. Diese Runde kann nicht weitergehen; mein Veto fällt, wenn die nächste beginnt.</translation>
    </message>
    <message>
        <source>%1 of %2 opened by you</source>
        <translation>%1 von %2 von Ihnen geöffnet</translation>
    </message>
    <message>
        <source>Not opened, asked for: %1.</source>
        <translation>Nicht geöffnet, aber verlangt: %1.</translation>
    </message>
    <message>
        <source>Not opened: %1.</source>
        <translation>Nicht geöffnet: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) not opened, show</source>
        <translation>
            <numerusform>%n weiterer nicht geöffnet, zeigen</numerusform>
            <numerusform>%n weitere nicht geöffnet, zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>What it covers</source>
        <translation>Was sie umfasst</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Abbild</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>%1 of %2 conditions satisfied</source>
        <translation>%1 von %2 Bedingungen erfüllt</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Vergleichsstand</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Revision %1, %2</source>
        <translation>Revision %1, %2</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>%1 after signing, or until any of these change</source>
        <translation>%1 nach der Signatur, oder bis sich etwas davon ändert</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>required, signed with your decision</source>
        <translation>erforderlich, wird mit Ihrer Entscheidung signiert</translation>
    </message>
    <message numerus="yes">
        <source>at least %n character(s), signed with your decision</source>
        <translation>
            <numerusform>mindestens %n Zeichen, wird mit Ihrer Entscheidung signiert</numerusform>
            <numerusform>mindestens %n Zeichen, wird mit Ihrer Entscheidung signiert</numerusform>
        </translation>
    </message>
    <message>
        <source>signed with your decision</source>
        <translation>wird mit Ihrer Entscheidung signiert</translation>
    </message>
    <message numerus="yes">
        <source>The comment needs %n more character(s).</source>
        <translation>
            <numerusform>Dem Kommentar fehlt noch %n Zeichen.</numerusform>
            <numerusform>Dem Kommentar fehlen noch %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>A reason is required. Say what has to change.</source>
        <translation>Ein Grund ist erforderlich. Sagen Sie, was sich ändern muss.</translation>
    </message>
</context>
<context>
    <name>cs::ui::SignOffSheet</name>
    <message>
        <source>Approve promotion #%1</source>
        <translation>Freigabe #%1 genehmigen</translation>
    </message>
    <message>
        <source>Reject promotion #%1</source>
        <translation>Freigabe #%1 ablehnen</translation>
    </message>
    <message>
        <source>Request changes to promotion #%1</source>
        <translation>Änderungen an Freigabe #%1 anfordern</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, as %3</source>
        <translation>%1, %2, als %3</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sign approval</source>
        <translation>Genehmigung signieren</translation>
    </message>
    <message>
        <source>Sign rejection</source>
        <translation>Ablehnung signieren</translation>
    </message>
    <message>
        <source>Sign request</source>
        <translation>Anforderung signieren</translation>
    </message>
    <message>
        <source>The bytes hold a commitment to your words; they appear when the words are complete.</source>
        <translation>Die Bytes enthalten eine Festlegung auf Ihre Worte; sie erscheinen, wenn die Worte vollständig sind.</translation>
    </message>
    <message>
        <source>What the signature would cover has changed.</source>
        <translation>Was die Signatur umfassen würde, hat sich geändert.</translation>
    </message>
    <message>
        <source>Unlock keychain…</source>
        <translation>Schlüsselbund entsperren …</translation>
    </message>
    <message>
        <source>The signature is on its way.</source>
        <translation>Die Signatur ist unterwegs.</translation>
    </message>
    <message>
        <source>The bytes to be signed are being made.</source>
        <translation>Die Bytes, die signiert werden, entstehen gerade.</translation>
    </message>
    <message>
        <source>Approved #%1 in entry %2.</source>
        <translation>#%1 in Eintrag %2 genehmigt.</translation>
    </message>
    <message>
        <source>Rejected #%1 in entry %2.</source>
        <translation>#%1 in Eintrag %2 abgelehnt.</translation>
    </message>
    <message>
        <source>Requested changes to #%1 in entry %2.</source>
        <translation>Änderungen an #%1 in Eintrag %2 angefordert.</translation>
    </message>
    <message>
        <source>%1, for %2</source>
        <comment>a role, and who delegated it</comment>
        <translation>%1, %2 lang</translation>
    </message>
</context>
<context>
    <name>cs::ui::SimulationView</name>
    <message>
        <source>%1 the same, %2 blocked, %3 let through, %4 not known</source>
        <translation>%1 gleich, %2 blockiert, %3 durchgelassen, %4 nicht bekannt</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Newly blocked</source>
        <translation>Neu blockiert</translation>
    </message>
    <message>
        <source>Newly let through</source>
        <translation>Neu durchgelassen</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>executed</source>
        <translation>ausgeführt</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>zurückgezogen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>%1 of %2 entries</source>
        <translation>%1 von %2 Einträgen</translation>
    </message>
    <message>
        <source>Which promotions</source>
        <translation>Welche Freigaben</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>Letzte 90 Tage</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Letztes Jahr</translation>
    </message>
    <message>
        <source>The whole ledger</source>
        <translation>Das ganze Hauptbuch</translation>
    </message>
    <message>
        <source>Which outcomes</source>
        <translation>Welche Ergebnisse</translation>
    </message>
    <message>
        <source>Only what would differ</source>
        <translation>Nur, was anders wäre</translation>
    </message>
    <message>
        <source>All promotions</source>
        <translation>Alle Freigaben</translation>
    </message>
    <message>
        <source>Only the same</source>
        <translation>Nur Gleiches</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Open promotion</source>
        <translation>Freigabe öffnen</translation>
    </message>
    <message>
        <source>Promotions under the draft</source>
        <translation>Freigaben unter dem Entwurf</translation>
    </message>
    <message>
        <source>The gate under the draft</source>
        <translation>Das Gate unter dem Entwurf</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>War</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>Under the draft</source>
        <translation>Unter dem Entwurf</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Wartet auf</translation>
    </message>
    <message>
        <source>Trying the draft on the past…</source>
        <translation>Der Entwurf wird an der Vergangenheit erprobt …</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Abgebrochen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The draft could not be tried</source>
        <translation>Der Entwurf konnte nicht erprobt werden</translation>
    </message>
    <message numerus="yes">
        <source>%n promotion(s): </source>
        <translation>
            <numerusform>%n Freigabe: </numerusform>
            <numerusform>%n Freigaben: </numerusform>
        </translation>
    </message>
    <message>
        <source>%1 as before, %2 newly blocked, %3 newly let through</source>
        <translation>%1 wie zuvor, %2 neu blockiert, %3 neu durchgelassen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>role (number of promotions)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Nobody would have been asked besides.</source>
        <translation>Niemand wäre zusätzlich gefragt worden.</translation>
    </message>
    <message>
        <source>Would have been asked besides: %1.</source>
        <translation>Zusätzlich gefragt worden wären: %1.</translation>
    </message>
</context>
<context>
    <name>cs::ui::StageChip</name>
    <message>
        <source>Stage %1</source>
        <translation>Stufe %1</translation>
    </message>
</context>
<context>
    <name>cs::ui::StatusStrip</name>
    <message>
        <source>Demo</source>
        <extracomment>mark of a demo workspace</extracomment>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Single person</source>
        <extracomment>mark of a workspace that one person runs alone</extracomment>
        <translation>Eine Person</translation>
    </message>
    <message>
        <source>No workspace is open</source>
        <translation>Es ist kein Arbeitsbereich geöffnet</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>cs::ui::StorePage</name>
    <message numerus="yes">
        <source>%n consoles</source>
        <translation>
            <numerusform>%n Konsole</numerusform>
            <numerusform>%n Konsolen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command lines or services</source>
        <translation>
            <numerusform>%n Befehlszeile oder Dienst</numerusform>
            <numerusform>%n Befehlszeilen oder Dienste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connections of another program: %1</source>
        <translation>
            <numerusform>%n Verbindung eines anderen Programms: %1</numerusform>
            <numerusform>%n Verbindungen eines anderen Programms: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>Server of the ledger</source>
        <translation>Server des Hauptbuchs</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Connected now</source>
        <translation>Jetzt verbunden</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>What this desk could give back</source>
        <translation>Was dieser Arbeitsplatz zurückgeben könnte</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>Asks the server once who is connected and how much it keeps</source>
        <translation>Fragt den Server einmal, wer verbunden ist und wie viel er aufbewahrt</translation>
    </message>
    <message>
        <source>Examine this desk…</source>
        <translation>Diesen Arbeitsplatz untersuchen …</translation>
    </message>
    <message>
        <source>Looks at connection, rights, clock, keychain and disk</source>
        <translation>Sieht nach Verbindung, Rechten, Uhr, Schlüsselbund und Festplatte</translation>
    </message>
    <message>
        <source>Handbook: a team on one server</source>
        <translation>Handbuch: ein Team auf einem Server</translation>
    </message>
    <message>
        <source>The server is being asked …</source>
        <translation>Der Server wird gefragt …</translation>
    </message>
    <message>
        <source>Looked at %1</source>
        <translation>Nachgesehen um %1</translation>
    </message>
    <message>
        <source>The server is being asked.</source>
        <translation>Der Server wird gefragt.</translation>
    </message>
    <message>
        <source>Alarm: it does not hold what was verified here</source>
        <translation>Alarm: Er enthält nicht, was hier geprüft wurde</translation>
    </message>
    <message>
        <source>Offline: you read your own copy</source>
        <translation>Offline: Sie lesen Ihre eigene Kopie</translation>
    </message>
    <message numerus="yes">
        <source>Behind by %n entries, which are being verified</source>
        <translation>
            <numerusform>%n Eintrag zurück, er wird gerade geprüft</numerusform>
            <numerusform>%n Einträge zurück, sie werden gerade geprüft</numerusform>
        </translation>
    </message>
    <message>
        <source>In step</source>
        <translation>Abgeglichen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Last heard from</source>
        <translation>Zuletzt gehört</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>not since the console was started</source>
        <translation>nicht, seit die Konsole gestartet wurde</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>%1 verified here</source>
        <translation>%1 hier geprüft</translation>
    </message>
    <message>
        <source>%1 verified here, %2 on the server</source>
        <translation>%1 hier geprüft, %2 auf dem Server</translation>
    </message>
    <message>
        <source>Verified tree head</source>
        <translation>Geprüfter Baumkopf</translation>
    </message>
    <message>
        <source>Tree head</source>
        <translation>Baumkopf</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>not known while the server is not reached</source>
        <translation>unbekannt, solange der Server nicht erreicht wird</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>noch nicht gefragt</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (Sie)</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>Auf dem Server</translation>
    </message>
    <message>
        <source>This desk&apos;s copy</source>
        <translation>Kopie dieses Arbeitsplatzes</translation>
    </message>
    <message>
        <source>Where it lies</source>
        <translation>Wo sie liegt</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>only what was opened at this desk</source>
        <translation>nur, was an diesem Arbeitsplatz geöffnet wurde</translation>
    </message>
    <message>
        <source>there is none yet</source>
        <translation>noch keine</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n files, %2 on the server in all</source>
        <translation>
            <numerusform>%1 von %n Datei, auf dem Server zusammen %2</numerusform>
            <numerusform>%1 von %n Dateien, auf dem Server zusammen %2</numerusform>
        </translation>
    </message>
    <message>
        <source>If the server were lost, this desk could give all of it back. Backups of the database are still the administrator&apos;s: ask for one that is tried out now and then.</source>
        <translation>Ginge der Server verloren, könnte dieser Arbeitsplatz alles zurückgeben. Sicherungen der Datenbank bleiben Sache des Administrators: Bitten Sie um eine, die ab und zu erprobt wird.</translation>
    </message>
    <message numerus="yes">
        <source>%n evidence files were never opened at this desk and lie on the server alone. Ask your administrator for a backup of the database that is tried out now and then.</source>
        <translation>
            <numerusform>%n Belegdatei wurde an diesem Arbeitsplatz nie geöffnet und liegt allein auf dem Server. Bitten Sie Ihren Administrator um eine Sicherung der Datenbank, die ab und zu erprobt wird.</numerusform>
            <numerusform>%n Belegdateien wurden an diesem Arbeitsplatz nie geöffnet und liegen allein auf dem Server. Bitten Sie Ihren Administrator um eine Sicherung der Datenbank, die ab und zu erprobt wird.</numerusform>
        </translation>
    </message>
    <message>
        <source>Evidence that nobody opened here lies on the server alone. Ask your administrator for a backup of the database that is tried out now and then.</source>
        <translation>Belege, die hier niemand geöffnet hat, liegen allein auf dem Server. Bitten Sie Ihren Administrator um eine Sicherung der Datenbank, die ab und zu erprobt wird.</translation>
    </message>
    <message>
        <source>Entries and texts</source>
        <translation>Einträge und Texte</translation>
    </message>
    <message numerus="yes">
        <source>all %n entries, with policies, names and comments, byte for byte</source>
        <translation>
            <numerusform>der eine Eintrag, mit Richtlinien, Namen und Kommentaren, Byte für Byte</numerusform>
            <numerusform>alle %n Einträge, mit Richtlinien, Namen und Kommentaren, Byte für Byte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::StorePanel</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Protection against edits</source>
        <translation>Schutz vor Änderungen</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>Platz auf der Platte</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Look at this</source>
        <translation>Bitte ansehen</translation>
    </message>
    <message>
        <source>In the way</source>
        <translation>Steht im Weg</translation>
    </message>
    <message>
        <source>The server does not hold what was verified here</source>
        <translation>Der Server enthält nicht, was hier geprüft wurde</translation>
    </message>
    <message>
        <source>%1 is not reached</source>
        <translation>%1 ist nicht erreichbar</translation>
    </message>
    <message numerus="yes">
        <source>You read your own copy of %n entries. Deciding waits until the server is back.</source>
        <translation>
            <numerusform>Sie lesen Ihre eigene Kopie mit %n Eintrag. Entscheiden geht erst wieder, wenn der Server zurück ist.</numerusform>
            <numerusform>Sie lesen Ihre eigene Kopie mit %n Einträgen. Entscheiden geht erst wieder, wenn der Server zurück ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>In step with %1</source>
        <translation>Im Gleichstand mit %1</translation>
    </message>
    <message numerus="yes">
        <source>%n entries, each verified here. New ones arrive by themselves.</source>
        <translation>
            <numerusform>%n Eintrag, hier geprüft. Neue kommen von selbst.</numerusform>
            <numerusform>%n Einträge, jeder hier geprüft. Neue kommen von selbst.</numerusform>
        </translation>
    </message>
    <message>
        <source>This desk and its server</source>
        <translation>Dieser Arbeitsplatz und sein Server</translation>
    </message>
    <message>
        <source>Looking at connection, rights, clock, keychain and disk …</source>
        <translation>Verbindung, Rechte, Uhr, Schlüsselbund und Platte werden angesehen …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Registries</source>
        <translation>Registries</translation>
    </message>
    <message>
        <source>Server of the ledger</source>
        <translation>Server des Hauptbuchs</translation>
    </message>
    <message>
        <source>Show the server</source>
        <translation>Den Server zeigen</translation>
    </message>
    <message>
        <source>Catching up with %1</source>
        <translation>Holt auf zu %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more entries are fetched and verified here.</source>
        <translation>
            <numerusform>%n weiterer Eintrag wird geholt und hier geprüft.</numerusform>
            <numerusform>%n weitere Einträge werden geholt und hier geprüft.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::SyncStep</name>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>%1 of %2 administrators have signed; these can: %3.</source>
        <translation>%1 von %2 Administratoren haben signiert; diese können es: %3.</translation>
    </message>
    <message>
        <source>%1 of %2 administrators have signed.</source>
        <translation>%1 von %2 Administratoren haben signiert.</translation>
    </message>
    <message>
        <source>%1 signs besides: %2.</source>
        <extracomment>a role, and who holds it</extracomment>
        <translation>Außerdem signiert %1: %2.</translation>
    </message>
    <message>
        <source>No key of a service in the role Registry sync is in this keychain. This console can make one, or a server runs &quot;countersignctl registry sync&quot;.</source>
        <translation>In diesem Schlüsselbund liegt kein Schlüssel eines Dienstes mit der Rolle Registry sync. Diese Konsole kann einen erzeugen, oder ein Server führt „countersignctl registry sync“ aus.</translation>
    </message>
    <message>
        <source>Let this console synchronise…</source>
        <translation>Diese Konsole synchronisieren lassen …</translation>
    </message>
    <message>
        <source>The key %1 is made. An administrator enrols it from its proof file: %2.</source>
        <translation>Der Schlüssel %1 ist erzeugt. Ein Administrator trägt ihn aus seiner Nachweisdatei ein: %2.</translation>
    </message>
    <message>
        <source>Enrol it…</source>
        <translation>Eintragen …</translation>
    </message>
    <message>
        <source>Save the proof again…</source>
        <translation>Nachweis noch einmal speichern …</translation>
    </message>
    <message>
        <source>The enrolment of this console waits in entry %1. %2</source>
        <translation>Die Eintragung dieser Konsole wartet in Eintrag %1. %2</translation>
    </message>
    <message>
        <source>Show what waits</source>
        <translation>Zeigen, was wartet</translation>
    </message>
    <message>
        <source>This console is enrolled and still needs the role Registry sync. An administrator grants it: %1.</source>
        <translation>Diese Konsole ist eingetragen und braucht noch die Rolle Registry sync. Ein Administrator erteilt sie: %1.</translation>
    </message>
    <message>
        <source>Show it to grant the role</source>
        <translation>Zeigen, um die Rolle zu erteilen</translation>
    </message>
    <message>
        <source>The role Registry sync for this console waits in entry %1. %2</source>
        <translation>Die Rolle Registry sync für diese Konsole wartet in Eintrag %1. %2</translation>
    </message>
</context>
<context>
    <name>cs::ui::TablePane</name>
    <message>
        <source>The rows could not be read</source>
        <translation>Die Zeilen konnten nicht gelesen werden</translation>
    </message>
</context>
<context>
    <name>cs::ui::TaintView</name>
    <message>
        <source>Name the first entry that may be a stranger&apos;s, from 0 to %1.</source>
        <translation>Nennen Sie den ersten Eintrag, der von Fremden sein kann, von 0 bis %1.</translation>
    </message>
    <message>
        <source>What rests on the key is being read.</source>
        <translation>Was auf dem Schlüssel beruht, wird gelesen.</translation>
    </message>
    <message>
        <source>%1: %2, of which %3 still open</source>
        <translation>%1: %2, davon %3 noch offen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Entry %1: %2. It will count no more.</source>
        <translation>Eintrag %1: %2. Er wird nicht mehr zählen.</translation>
    </message>
    <message>
        <source>Entry %1: %2.</source>
        <translation>Eintrag %1: %2.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) signed since then.</source>
        <translation>
            <numerusform>Seither %n Eintrag signiert.</numerusform>
            <numerusform>Seither %n Einträge signiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Promotions</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Results and records</source>
        <translation>Ergebnisse und Aufzeichnungen</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Rules and people</source>
        <translation>Regeln und Personen</translation>
    </message>
</context>
<context>
    <name>cs::ui::Timeline</name>
    <message>
        <source>%1, for %2</source>
        <extracomment>since when, and for how long</extracomment>
        <translation>%1, %2 lang</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>Promotion #%1</source>
        <translation>Freigabe #%1</translation>
    </message>
    <message>
        <source>registered by</source>
        <translation>registriert von</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>zurückgerollt</translation>
    </message>
    <message>
        <source>another version took its place</source>
        <translation>durch eine andere Version abgelöst</translation>
    </message>
    <message>
        <source>reinstated by a rollback</source>
        <translation>durch ein Rollback wieder eingesetzt</translation>
    </message>
    <message>
        <source>executed</source>
        <translation>führte aus</translation>
    </message>
    <message>
        <source>approved by</source>
        <translation>genehmigt von</translation>
    </message>
    <message>
        <source>entry %1</source>
        <translation>Eintrag %1</translation>
    </message>
</context>
<context>
    <name>cs::ui::TokenChip</name>
    <message>
        <source>Remove the filter %1</source>
        <translation>Filter %1 entfernen</translation>
    </message>
</context>
<context>
    <name>cs::ui::TokenField</name>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
</context>
<context>
    <name>cs::ui::Tray</name>
    <message>
        <source>Show the inbox</source>
        <translation>Eingang zeigen</translation>
    </message>
    <message>
        <source>Something waits for you</source>
        <translation>Etwas wartet auf Sie</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) wait for you</source>
        <translation>
            <numerusform>%n Punkt wartet auf Sie</numerusform>
            <numerusform>%n Punkte warten auf Sie</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::VerdictChip</name>
    <message>
        <source>Passed</source>
        <extracomment>verdict of a check or gate</extracomment>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Pending</source>
        <extracomment>verdict of a check or gate: not known yet</extracomment>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Failed</source>
        <extracomment>verdict of a check or gate</extracomment>
        <translation>Nicht bestanden</translation>
    </message>
    <message>
        <source>Stale</source>
        <extracomment>verdict: was true, rests on something that changed</extracomment>
        <translation>Überholt</translation>
    </message>
    <message>
        <source>Vetoed</source>
        <extracomment>verdict: refused by a person</extracomment>
        <translation>Veto</translation>
    </message>
    <message>
        <source>Overridden</source>
        <extracomment>verdict: let through by an emergency procedure</extracomment>
        <translation>Übersteuert</translation>
    </message>
    <message>
        <source>Frozen</source>
        <extracomment>verdict: closed by a freeze</extracomment>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <extracomment>verdict: the rule does not apply here</extracomment>
        <translation>Nicht anwendbar</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>cs::ui::VerifyBanner</name>
    <message>
        <source>Verifying, %1 of %2 entries</source>
        <translation>Prüfung läuft, %1 von %2 Einträgen</translation>
    </message>
    <message>
        <source>Not verified from the first entry since it was opened.</source>
        <translation>Seit dem Öffnen nicht vom ersten Eintrag an geprüft.</translation>
    </message>
    <message>
        <source>The head is the one that was pinned. Verification replays every entry with public keys only.</source>
        <translation>Der Kopf ist der, der hier vermerkt war. Die Prüfung spielt jeden Eintrag nur mit öffentlichen Schlüsseln nach.</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Verifying from the first entry</source>
        <translation>Prüfung vom ersten Eintrag an</translation>
    </message>
    <message>
        <source>The verification was cancelled.</source>
        <translation>Die Prüfung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The verification did not finish.</source>
        <translation>Die Prüfung wurde nicht fertig.</translation>
    </message>
    <message>
        <source>Nothing is known of the entries that were not reached. The ledger is unchanged.</source>
        <translation>Über die nicht erreichten Einträge ist nichts bekannt. Das Hauptbuch ist unverändert.</translation>
    </message>
    <message>
        <source>%1 The ledger is unchanged.</source>
        <translation>%1 Das Hauptbuch ist unverändert.</translation>
    </message>
    <message>
        <source>Verify again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Verified. %1 entries keep all 14 laws; %2 signatures, %3 keys.</source>
        <translation>Geprüft. %1 Einträge halten alle 14 Gesetze ein; %2 Signaturen, %3 Schlüssel.</translation>
    </message>
    <message>
        <source>%1, from the first entry, with public keys only.</source>
        <translation>%1, vom ersten Eintrag an, nur mit öffentlichen Schlüsseln.</translation>
    </message>
    <message>
        <source>Incomplete. A policy document is missing, so some promotions cannot be judged.</source>
        <translation>Unvollständig. Ein Richtliniendokument fehlt, daher lassen sich manche Freigaben nicht beurteilen.</translation>
    </message>
    <message>
        <source>Entry %1 breaks law %2.</source>
        <translation>Eintrag %1 bricht Gesetz %2.</translation>
    </message>
    <message>
        <source>%1 Entries from %2 on are not trusted.</source>
        <translation>%1 Den Einträgen ab %2 wird nicht getraut.</translation>
    </message>
    <message>
        <source>Show entry %1</source>
        <translation>Eintrag %1 zeigen</translation>
    </message>
</context>
<context>
    <name>cs::ui::VerifyResult</name>
    <message>
        <source>Intact: every entry keeps all 14 laws.</source>
        <translation>Unversehrt: jeder Eintrag hält alle 14 Gesetze ein.</translation>
    </message>
    <message>
        <source>Incomplete: some promotions could not be judged.</source>
        <translation>Unvollständig: manche Freigaben ließen sich nicht beurteilen.</translation>
    </message>
    <message>
        <source>Broken: an entry does not keep the laws.</source>
        <translation>Gebrochen: ein Eintrag hält die Gesetze nicht ein.</translation>
    </message>
    <message>
        <source>Verification result</source>
        <translation>Ergebnis der Prüfung</translation>
    </message>
    <message>
        <source>Demo workspace, not evidence</source>
        <translation>Demo-Arbeitsbereich, kein Nachweis</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Workspace id</source>
        <translation>Kennung des Arbeitsbereichs</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Signaturen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Root hash</source>
        <translation>Wurzel-Hash</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Entry %1, law %2: %3</source>
        <translation>Eintrag %1, Gesetz %2: %3</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>What this does not show</source>
        <translation>Was dies nicht zeigt</translation>
    </message>
    <message>
        <source>Anybody can repeat it with nothing but public keys:</source>
        <translation>Jeder kann es allein mit öffentlichen Schlüsseln wiederholen:</translation>
    </message>
</context>
<context>
    <name>cs::ui::VersionCells</name>
    <message>
        <source>Low</source>
        <comment>risk tier</comment>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Medium</source>
        <comment>risk tier</comment>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>High</source>
        <comment>risk tier</comment>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation>Zurückgerollt</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>In Kraft</translation>
    </message>
    <message>
        <source>Vetoed</source>
        <translation>Veto</translation>
    </message>
    <message>
        <source>Approval stale</source>
        <translation>Genehmigung überholt</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Risk tier</source>
        <translation>Risikoklasse</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Messgröße</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>Registry</translation>
    </message>
    <message>
        <source>Artifact</source>
        <translation>Artefakt</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Aktualisiert</translation>
    </message>
    <message>
        <source>Regulated</source>
        <translation>Reguliert</translation>
    </message>
    <message>
        <source>Unverified</source>
        <translation>Ungeprüft</translation>
    </message>
    <message>
        <source>Alias without promotion</source>
        <translation>Alias ohne Freigabe</translation>
    </message>
    <message>
        <source>Stage without promotion</source>
        <translation>Stufe ohne Freigabe</translation>
    </message>
    <message>
        <source>Forged stamp</source>
        <translation>Gefälschter Stempel</translation>
    </message>
    <message>
        <source>Stamp changed</source>
        <translation>Stempel geändert</translation>
    </message>
    <message>
        <source>Alias moved</source>
        <translation>Alias verschoben</translation>
    </message>
    <message>
        <source>Gone from registry</source>
        <translation>In der Registry weg</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Ersetzt</translation>
    </message>
    <message>
        <source>Not in step</source>
        <translation>Nicht im Gleichstand</translation>
    </message>
    <message>
        <source>Out of governance</source>
        <translation>Außer Governance</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Open finding about the model: %1</source>
        <translation>Offener Befund zum Modell: %1</translation>
    </message>
    <message>
        <source>Proposed %1</source>
        <translation>Vorgeschlagen %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a data set, and what it was used for</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Stamp of another ledger</source>
        <translation>Stempel eines anderen Hauptbuchs</translation>
    </message>
</context>
<context>
    <name>cs::ui::VersionList</name>
    <message numerus="yes">
        <source>Copied %n row(s).</source>
        <translation>
            <numerusform>%n Zeile wurde kopiert.</numerusform>
            <numerusform>%n Zeilen wurden kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter versions, for example stage:canary risk:high</source>
        <translation>Versionen filtern, zum Beispiel stage:canary risk:high</translation>
    </message>
    <message>
        <source>Propose promotion…</source>
        <translation>Freigabe vorschlagen …</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Spalten wählen</translation>
    </message>
    <message>
        <source>Export the list…</source>
        <translation>Liste exportieren …</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Export selection…</source>
        <translation>Auswahl exportieren …</translation>
    </message>
    <message>
        <source>Open version</source>
        <translation>Version öffnen</translation>
    </message>
    <message>
        <source>Model versions</source>
        <translation>Modellversionen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>models and versions, for example &quot;7 models, 55 versions&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n Modell</numerusform>
            <numerusform>%n Modelle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n Version</numerusform>
            <numerusform>%n Versionen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The versions could not be read</source>
        <translation>Die Versionen konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>No model is registered yet</source>
        <translation>Es ist noch kein Modell registriert</translation>
    </message>
    <message>
        <source>A pipeline registers models and versions with countersignctl, or a registry brings them in.</source>
        <translation>Eine Pipeline registriert Modelle und Versionen mit countersignctl, oder sie kommen aus einer Registry.</translation>
    </message>
    <message>
        <source>Connect a registry…</source>
        <translation>Registry verbinden …</translation>
    </message>
    <message numerus="yes">
        <source>No version matches %n filter(s)</source>
        <translation>
            <numerusform>Keine Version passt zu %n Filter</numerusform>
            <numerusform>Keine Version passt zu %n Filtern</numerusform>
        </translation>
    </message>
    <message>
        <source>Take one away, or all of them.</source>
        <translation>Entfernen Sie einen oder alle.</translation>
    </message>
    <message>
        <source>Remove the filter %1</source>
        <translation>Filter %1 entfernen</translation>
    </message>
    <message>
        <source>Remove all filters</source>
        <translation>Alle Filter entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) selected</source>
        <translation>
            <numerusform>%n Version ausgewählt</numerusform>
            <numerusform>%n Versionen ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>One version at a time has a page.</source>
        <translation>Eine Seite gibt es nur für eine einzelne Version.</translation>
    </message>
    <message>
        <source>Choose a version first.</source>
        <translation>Wählen Sie zuerst eine Version.</translation>
    </message>
    <message>
        <source>Choose one version: each promotion is proposed by itself.</source>
        <translation>Wählen Sie eine einzige Version: Jede Freigabe wird für sich vorgeschlagen.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were not loaded; export the selection to have them all.</source>
        <translation>
            <numerusform>%n Zeile war nicht geladen; exportieren Sie die Auswahl, um alle zu erhalten.</numerusform>
            <numerusform>%n Zeilen waren nicht geladen; exportieren Sie die Auswahl, um alle zu erhalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write a filter first; then it can be saved.</source>
        <translation>Schreiben Sie zuerst einen Filter; dann kann er gespeichert werden.</translation>
    </message>
    <message>
        <source>Saved the filter %1.</source>
        <translation>Der Filter %1 wurde gespeichert.</translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation>Diesen Filter speichern …</translation>
    </message>
    <message>
        <source>Delete a saved filter</source>
        <translation>Gespeicherten Filter löschen</translation>
    </message>
    <message>
        <source>Deleted the filter %1.</source>
        <translation>Der Filter %1 wurde gelöscht.</translation>
    </message>
    <message>
        <source>Filters that you have saved, and the way to save this one (Ctrl+S)</source>
        <translation>Filter, die Sie gespeichert haben; mit Strg+S speichern Sie diesen</translation>
    </message>
    <message>
        <source>%1 The list is not narrowed by it.</source>
        <translation>%1 Die Liste wird davon nicht eingeschränkt.</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>Filter: %1</translation>
    </message>
    <message>
        <source>Show in Flow</source>
        <translation>Im Ablauf zeigen</translation>
    </message>
    <message>
        <source>Compare with production</source>
        <translation>Mit der Produktion vergleichen</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
</context>
<context>
    <name>cs::ui::VersionTables</name>
    <message>
        <source>Item</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Attached by</source>
        <translation>Beigefügt von</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>The bytes are not here</source>
        <translation>Die Bytes sind nicht hier</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>Transition</source>
        <translation>Übergang</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>Vorgeschlagen von</translation>
    </message>
    <message>
        <source>#%1</source>
        <translation>#%1</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signiert von</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Was er sagt</translation>
    </message>
</context>
<context>
    <name>cs::ui::VersionView</name>
    <message numerus="yes">
        <source>Copied %n row(s).</source>
        <translation>
            <numerusform>%n Zeile wurde kopiert.</numerusform>
            <numerusform>%n Zeilen wurden kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message>
        <source>Parts of the version&apos;s page</source>
        <translation>Teile der Versionsseite</translation>
    </message>
    <message>
        <source>No evidence is attached yet</source>
        <translation>Es ist noch kein Beleg beigefügt</translation>
    </message>
    <message>
        <source>Pipelines and people attach files; each is an entry of the ledger.</source>
        <translation>Pipelines und Personen fügen Dateien bei; jede ist ein Eintrag des Hauptbuchs.</translation>
    </message>
    <message>
        <source>No promotion has been proposed yet</source>
        <translation>Es wurde noch keine Freigabe vorgeschlagen</translation>
    </message>
    <message>
        <source>Propose one, and its gate is shown here.</source>
        <translation>Schlagen Sie eine vor; dann wird hier ihr Gate gezeigt.</translation>
    </message>
    <message>
        <source>No entry is about this version</source>
        <translation>Kein Eintrag betrifft diese Version</translation>
    </message>
    <message>
        <source>Evidence of the version</source>
        <translation>Belege der Version</translation>
    </message>
    <message>
        <source>Promotions of the version</source>
        <translation>Freigaben der Version</translation>
    </message>
    <message>
        <source>Entries about the version</source>
        <translation>Einträge zur Version</translation>
    </message>
    <message>
        <source>Version %1 could not be read</source>
        <translation>Version %1 konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Promotions</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Open promotion #%1</source>
        <translation>Freigabe #%1 öffnen</translation>
    </message>
    <message>
        <source>Propose promotion…</source>
        <translation>Freigabe vorschlagen …</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>Trainingsdaten</translation>
    </message>
    <message>
        <source>Data digest</source>
        <translation>Digest der Daten</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Features</translation>
    </message>
    <message>
        <source>Code revision</source>
        <translation>Code-Revision</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>Artifact</source>
        <translation>Artefakt</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>Registry</translation>
    </message>
    <message>
        <source>Name there</source>
        <translation>Name dort</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Erstellt von</translation>
    </message>
    <message>
        <source>Same bytes</source>
        <translation>Gleiche Bytes</translation>
    </message>
    <message>
        <source>Copied the version as JSON.</source>
        <translation>Die Version wurde als JSON kopiert.</translation>
    </message>
    <message>
        <source>Attach evidence…</source>
        <translation>Beleg beifügen…</translation>
    </message>
    <message>
        <source>More about this version</source>
        <translation>Mehr zu dieser Version</translation>
    </message>
    <message>
        <source>Compare, show in Flow, copy</source>
        <translation>Vergleichen, im Ablauf zeigen, kopieren</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Compare with production</source>
        <translation>Mit der Produktion vergleichen</translation>
    </message>
    <message>
        <source>Show in Flow</source>
        <translation>Im Ablauf zeigen</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Attach evidence</source>
        <translation>Beleg beifügen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The file is kept with the workspace and its digest goes into the ledger under your signature. Nobody can change it afterwards; it can be withdrawn with a reason.</source>
        <translation>Die Datei bleibt beim Arbeitsbereich, ihr Digest kommt unter Ihrer Signatur ins Hauptbuch. Niemand kann sie danach ändern; mit einer Begründung kann sie zurückgezogen werden.</translation>
    </message>
    <message>
        <source>Sign and attach</source>
        <translation>Signieren und beifügen</translation>
    </message>
    <message>
        <source>Attached in entry %1.</source>
        <translation>Beigefügt in Eintrag %1.</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>Vergleich exportieren</translation>
    </message>
    <message>
        <source>CSV file (*.csv)</source>
        <translation>CSV-Datei (*.csv)</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 wurde gespeichert.</translation>
    </message>
    <message>
        <source>Further data</source>
        <translation>Weitere Daten</translation>
    </message>
</context>
<context>
    <name>cs::ui::VersionWords</name>
    <message>
        <source>Training data</source>
        <translation>Trainingsdaten</translation>
    </message>
    <message>
        <source>Data digest</source>
        <translation>Digest der Daten</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Features</translation>
    </message>
    <message>
        <source>Code revision</source>
        <translation>Code-Revision</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Erstellt von</translation>
    </message>
    <message>
        <source>Artifact</source>
        <translation>Artefakt</translation>
    </message>
    <message>
        <source>Size of the artifact</source>
        <translation>Größe des Artefakts</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Besser</translation>
    </message>
    <message>
        <source>Worse</source>
        <translation>Schlechter</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>Nur hier</translation>
    </message>
    <message>
        <source>Only there</source>
        <translation>Nur dort</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Anders</translation>
    </message>
    <message>
        <source>%1, %2: holds</source>
        <translation>%1, %2: erfüllt</translation>
    </message>
    <message>
        <source>%1, %2: not met</source>
        <translation>%1, %2: nicht erfüllt</translation>
    </message>
    <message>
        <source>%1, %2: out of date</source>
        <translation>%1, %2: veraltet</translation>
    </message>
    <message>
        <source>%1, %2: not judged yet</source>
        <translation>%1, %2: noch nicht beurteilt</translation>
    </message>
</context>
<context>
    <name>cs::ui::WhatMoved</name>
    <message>
        <source>The promotion has ended: %1.</source>
        <translation>Die Freigabe ist beendet: %1.</translation>
    </message>
    <message>
        <source>The proposer has revised it; round %1 began.</source>
        <translation>Sie wurde überarbeitet; Runde %1 hat begonnen.</translation>
    </message>
    <message>
        <source>Policy revision %1 came into force.</source>
        <translation>Revision %1 der Richtlinie ist in Kraft getreten.</translation>
    </message>
    <message>
        <source>The evidence &quot;%1&quot; was added, replaced or withdrawn.</source>
        <translation>Der Beleg „%1“ wurde hinzugefügt, ersetzt oder zurückgezogen.</translation>
    </message>
    <message>
        <source>Production has changed: %1.</source>
        <translation>Die Produktion hat sich geändert: %1.</translation>
    </message>
    <message>
        <source>The condition &quot;%1&quot; has changed.</source>
        <translation>Die Bedingung „%1“ hat sich geändert.</translation>
    </message>
    <message>
        <source>The snapshot changed from %1 to %2.</source>
        <translation>Das Abbild hat sich von %1 zu %2 geändert.</translation>
    </message>
</context>
</TS>

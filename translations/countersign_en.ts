<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>CaseWords</name>
    <message numerus="yes">
        <source>%1 (%n signature(s))</source>
        <translation>
            <numerusform>%1 (%n signature)</numerusform>
            <numerusform>%1 (%n signatures)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weakening(s)</source>
        <translation>
            <numerusform>%n weakening</numerusform>
            <numerusform>%n weakenings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConditionWords</name>
    <message numerus="yes">
        <source>At least %n of these</source>
        <translation>
            <numerusform>At least %n of these</numerusform>
            <numerusform>At least %n of these</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n role(s)</source>
        <translation>
            <numerusform>%n role</numerusform>
            <numerusform>%n roles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n condition(s)</source>
        <translation>
            <numerusform>%n condition</numerusform>
            <numerusform>%n conditions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::app::Console</name>
    <message numerus="yes">
        <source>%n entries behind</source>
        <translation>
            <numerusform>%n entry behind</numerusform>
            <numerusform>%n entries behind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::app::PassphraseSheet</name>
    <message numerus="yes">
        <source>Passphrase, at least %n character(s)</source>
        <translation>
            <numerusform>Passphrase, at least %n character</numerusform>
            <numerusform>Passphrase, at least %n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The passphrase needs %n more character(s).</source>
        <translation>
            <numerusform>The passphrase needs %n more character.</numerusform>
            <numerusform>The passphrase needs %n more characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::AlarmSheet</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries are appended to %1, for everybody. If somebody emptied it on purpose, ask them first.</source>
        <translation>
            <numerusform>%n entry is appended to %1, for everybody. If somebody emptied it on purpose, ask them first.</numerusform>
            <numerusform>%n entries are appended to %1, for everybody. If somebody emptied it on purpose, ask them first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::BreakGlassSheet</name>
    <message numerus="yes">
        <source>at least %n character(s), signed with it</source>
        <translation>
            <numerusform>at least %n character, signed with it</numerusform>
            <numerusform>at least %n characters, signed with it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The comment needs %n more character(s).</source>
        <translation>
            <numerusform>The comment needs %n more character.</numerusform>
            <numerusform>The comment needs %n more characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The reason needs %n more character(s).</source>
        <translation>
            <numerusform>The reason needs %n more character.</numerusform>
            <numerusform>The reason needs %n more characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::CameInSheet</name>
    <message numerus="yes">
        <source>%n entries came in since what you looked at.</source>
        <translation>
            <numerusform>%n entry came in since what you looked at.</numerusform>
            <numerusform>%n entries came in since what you looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more entries about other things stand in the ledger.</source>
        <translation>
            <numerusform>%n more entry about other things stands in the ledger.</numerusform>
            <numerusform>%n more entries about other things stand in the ledger.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::ComparePane</name>
    <message numerus="yes">
        <source>%n better</source>
        <translation>
            <numerusform>%n better</numerusform>
            <numerusform>%n better</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n worse</source>
        <translation>
            <numerusform>%n worse</numerusform>
            <numerusform>%n worse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n different</source>
        <translation>
            <numerusform>%n different</numerusform>
            <numerusform>%n different</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::CompareView</name>
    <message numerus="yes">
        <source>%n weaker</source>
        <translation>
            <numerusform>%n weaker</numerusform>
            <numerusform>%n weaker</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stricter</source>
        <translation>
            <numerusform>%n stricter</numerusform>
            <numerusform>%n stricter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>%n the same</numerusform>
            <numerusform>%n the same</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::CompletionList</name>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::ConnectionsPage</name>
    <message numerus="yes">
        <source>%n registries</source>
        <translation>
            <numerusform>%n registry</numerusform>
            <numerusform>%n registries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::DecisionPanel</name>
    <message numerus="yes">
        <source>for %n condition(s)</source>
        <translation>
            <numerusform>for %n condition</numerusform>
            <numerusform>for %n conditions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::DraftModel</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::EntryPane</name>
    <message numerus="yes">
        <source>DSSE, Ed25519, %n byte(s)</source>
        <translation>
            <numerusform>DSSE, Ed25519, %n byte</numerusform>
            <numerusform>DSSE, Ed25519, %n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::ExactBytes</name>
    <message numerus="yes">
        <source>%n byte(s), wrapped in DSSE</source>
        <translation>
            <numerusform>%n byte, wrapped in DSSE</numerusform>
            <numerusform>%n bytes, wrapped in DSSE</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::ExplainPanel</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::FlowBar</name>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::FlowList</name>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n signature(s)</source>
        <translation>
            <numerusform>%1: %n signature</numerusform>
            <numerusform>%1: %n signatures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::FlowWords</name>
    <message numerus="yes">
        <source>and %n more model(s)</source>
        <translation>
            <numerusform>and %n more model</numerusform>
            <numerusform>and %n more models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n condition(s)</source>
        <translation>
            <numerusform>%n condition</numerusform>
            <numerusform>%n conditions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for you</source>
        <translation>
            <numerusform>%n waits for you</numerusform>
            <numerusform>%n wait for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signature(s)</source>
        <translation>
            <numerusform>%n signature</numerusform>
            <numerusform>%n signatures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n version(s) in %2</source>
        <translation>
            <numerusform>%1: %n version in %2</numerusform>
            <numerusform>%1: %n versions in %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n version(s), %2</source>
        <translation>
            <numerusform>%1: %n version, %2</numerusform>
            <numerusform>%1: %n versions, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more approval(s)</source>
        <translation>
            <numerusform>and %n more approval</numerusform>
            <numerusform>and %n more approvals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::FoundingSheet</name>
    <message numerus="yes">
        <source>At least %n people are needed.</source>
        <translation>
            <numerusform>At least %n person is needed.</numerusform>
            <numerusform>At least %n people are needed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n administrator(s) must agree to enrol, grant and revoke.</source>
        <translation>
            <numerusform>of %n administrator must agree to enrol, grant and revoke.</numerusform>
            <numerusform>of %n administrators must agree to enrol, grant and revoke.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::FreezeStrip</name>
    <message numerus="yes">
        <source>Show %n freeze(s)</source>
        <translation>
            <numerusform>Show %n freeze</numerusform>
            <numerusform>Show %n freezes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::InboxDetail</name>
    <message numerus="yes">
        <source>Your signature and %n other condition(s) complete this gate</source>
        <translation>
            <numerusform>Your signature and %n other condition complete this gate</numerusform>
            <numerusform>Your signature and %n other conditions complete this gate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passed</source>
        <translation>
            <numerusform>%n passed</numerusform>
            <numerusform>%n passed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more in the review</source>
        <translation>
            <numerusform>%n more in the review</numerusform>
            <numerusform>%n more in the review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::InboxModel</name>
    <message numerus="yes">
        <source>%1, %n item(s)</source>
        <translation>
            <numerusform>%1, %n item</numerusform>
            <numerusform>%1, %n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::InboxPage</name>
    <message numerus="yes">
        <source>What I have done: %n signature(s) in 30 days</source>
        <translation>
            <numerusform>What I have done: %n signature in 30 days</numerusform>
            <numerusform>What I have done: %n signatures in 30 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for you</source>
        <translation>
            <numerusform>%n waits for you</numerusform>
            <numerusform>%n wait for you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::LedgerPage</name>
    <message numerus="yes">
        <source>Copied %n row(s).</source>
        <translation>
            <numerusform>Copied %n row.</numerusform>
            <numerusform>Copied %n rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::LossWay</name>
    <message numerus="yes">
        <source>%n entries are given up, and each desk takes over what the server shows. Whatever was decided in them has to be decided again.</source>
        <translation>
            <numerusform>%n entry is given up, and each desk takes over what the server shows. Whatever was decided in it has to be decided again.</numerusform>
            <numerusform>%n entries are given up, and each desk takes over what the server shows. Whatever was decided in them has to be decided again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The administrators have accepted that %n entries are given up. This desk&apos;s former copy is kept in a file of its own.</source>
        <translation>
            <numerusform>The administrators have accepted that %n entry is given up. This desk's former copy is kept in a file of its own.</numerusform>
            <numerusform>The administrators have accepted that %n entries are given up. This desk's former copy is kept in a file of its own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>nobody; %n administrators have to</source>
        <translation>
            <numerusform>nobody; %n administrator has to</numerusform>
            <numerusform>nobody; %n administrators have to</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n administrators have to</source>
        <translation>
            <numerusform>%1; %n administrator has to</numerusform>
            <numerusform>%1; %n administrators have to</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more entries</source>
        <translation>
            <numerusform>%n more entry</numerusform>
            <numerusform>%n more entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::MetricsPanel</name>
    <message numerus="yes">
        <source>%n value(s) got worse</source>
        <translation>
            <numerusform>%n value got worse</numerusform>
            <numerusform>%n values got worse</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::OverviewPane</name>
    <message numerus="yes">
        <source>%n item(s), some bytes are missing here</source>
        <translation>
            <numerusform>%n item, some bytes are missing here</numerusform>
            <numerusform>%n items, some bytes are missing here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s), all bytes are here</source>
        <translation>
            <numerusform>%n item, all bytes are here</numerusform>
            <numerusform>%n items, all bytes are here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::PeoplePage</name>
    <message numerus="yes">
        <source>Copied %n row(s).</source>
        <translation>
            <numerusform>Copied %n row.</numerusform>
            <numerusform>Copied %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1. %n more change(s) wait.</source>
        <translation>
            <numerusform>%1. %n more change wait.</numerusform>
            <numerusform>%1. %n more changes wait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::PolicyEditor</name>
    <message numerus="yes">
        <source>%1: %n people, for example %2.</source>
        <translation>
            <numerusform>%1: %n people, for example %2.</numerusform>
            <numerusform>%1: %n people, for example %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sets of them could.</source>
        <translation>
            <numerusform>%n sets of them could.</numerusform>
            <numerusform>%n sets of them could.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::PreviewView</name>
    <message numerus="yes">
        <source>%n test(s)</source>
        <translation>
            <numerusform>%n test</numerusform>
            <numerusform>%n tests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::PromotionsPage</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%n in all</numerusform>
            <numerusform>%n in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::ProofTree</name>
    <message numerus="yes">
        <source>The proof of entry %1 leads to the root in %n step(s).</source>
        <translation>
            <numerusform>The proof of entry %1 leads to the root in %n step.</numerusform>
            <numerusform>The proof of entry %1 leads to the root in %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n level(s) between</source>
        <translation>
            <numerusform>%n level between</numerusform>
            <numerusform>%n levels between</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::Raci</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n role(s) accountable</source>
        <translation>
            <numerusform>%n role accountable</numerusform>
            <numerusform>%n roles accountable</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::RaciPage</name>
    <message numerus="yes">
        <source>%n role(s)</source>
        <translation>
            <numerusform>%n role</numerusform>
            <numerusform>%n roles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transition(s)</source>
        <translation>
            <numerusform>%n transition</numerusform>
            <numerusform>%n transitions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contradiction(s)</source>
        <translation>
            <numerusform>%n contradiction</numerusform>
            <numerusform>%n contradictions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::RegistryFormWidget</name>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>Every %n minute</numerusform>
            <numerusform>Every %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n second(s)</source>
        <translation>
            <numerusform>Every %n second</numerusform>
            <numerusform>Every %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::RegistryPane</name>
    <message numerus="yes">
        <source>%n thing(s) out of governance</source>
        <translation>
            <numerusform>%n thing out of governance</numerusform>
            <numerusform>%n things out of governance</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n minute(s)</source>
        <translation>
            <numerusform>every %n minute</numerusform>
            <numerusform>every %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n second(s)</source>
        <translation>
            <numerusform>every %n second</numerusform>
            <numerusform>every %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::RegistrySource</name>
    <message numerus="yes">
        <source>%n thing(s) out of governance</source>
        <translation>
            <numerusform>%n thing out of governance</numerusform>
            <numerusform>%n things out of governance</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::SeveralKeys</name>
    <message numerus="yes">
        <source>%n persons&apos; keys lie in this keychain: %1. A person&apos;s key belongs in that person&apos;s own keychain.</source>
        <translation>
            <numerusform>%n persons' keys lie in this keychain: %1. A person's key belongs in that person's own keychain.</numerusform>
            <numerusform>%n people' keys lie in this keychain: %1. A person's key belongs in that person's own keychain.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::SignOffBody</name>
    <message numerus="yes">
        <source>at least %n character(s), signed with your decision</source>
        <translation>
            <numerusform>at least %n character, signed with your decision</numerusform>
            <numerusform>at least %n characters, signed with your decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The comment needs %n more character(s).</source>
        <translation>
            <numerusform>The comment needs %n more character.</numerusform>
            <numerusform>The comment needs %n more characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) not opened, show</source>
        <translation>
            <numerusform>%n other not opened, show</numerusform>
            <numerusform>%n others not opened, show</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::SimulationView</name>
    <message numerus="yes">
        <source>%n promotion(s): </source>
        <translation>
            <numerusform>%n promotion: </numerusform>
            <numerusform>%n promotions: </numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::StorePage</name>
    <message numerus="yes">
        <source>%n consoles</source>
        <translation>
            <numerusform>%n console</numerusform>
            <numerusform>%n consoles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command lines or services</source>
        <translation>
            <numerusform>%n command line or service</numerusform>
            <numerusform>%n command lines or services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connections of another program: %1</source>
        <translation>
            <numerusform>%n connection of another program: %1</numerusform>
            <numerusform>%n connections of another program: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Behind by %n entries, which are being verified</source>
        <translation>
            <numerusform>Behind by %n entry, which is being verified</numerusform>
            <numerusform>Behind by %n entries, which are being verified</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n files, %2 on the server in all</source>
        <translation>
            <numerusform>%1 of %n file, %2 on the server in all</numerusform>
            <numerusform>%1 of %n files, %2 on the server in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n evidence files were never opened at this desk and lie on the server alone. Ask your administrator for a backup of the database that is tried out now and then.</source>
        <translation>
            <numerusform>%n evidence file was never opened at this desk and lies on the server alone. Ask your administrator for a backup of the database that is tried out now and then.</numerusform>
            <numerusform>%n evidence files were never opened at this desk and lie on the server alone. Ask your administrator for a backup of the database that is tried out now and then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n entries, with policies, names and comments, byte for byte</source>
        <translation>
            <numerusform>the one entry, with policies, names and comments, byte for byte</numerusform>
            <numerusform>all %n entries, with policies, names and comments, byte for byte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::StorePanel</name>
    <message numerus="yes">
        <source>You read your own copy of %n entries. Deciding waits until the server is back.</source>
        <translation>
            <numerusform>You read your own copy of %n entry. Deciding waits until the server is back.</numerusform>
            <numerusform>You read your own copy of %n entries. Deciding waits until the server is back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries, each verified here. New ones arrive by themselves.</source>
        <translation>
            <numerusform>%n entry, verified here. New ones arrive by themselves.</numerusform>
            <numerusform>%n entries, each verified here. New ones arrive by themselves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more entries are fetched and verified here.</source>
        <translation>
            <numerusform>%n more entry is fetched and verified here.</numerusform>
            <numerusform>%n more entries are fetched and verified here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::TaintView</name>
    <message numerus="yes">
        <source>%n entry(s) signed since then.</source>
        <translation>
            <numerusform>%n entry signed since then.</numerusform>
            <numerusform>%n entries signed since then.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::Tray</name>
    <message numerus="yes">
        <source>%n thing(s) wait for you</source>
        <translation>
            <numerusform>%n thing waits for you</numerusform>
            <numerusform>%n things wait for you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::VersionList</name>
    <message numerus="yes">
        <source>Copied %n row(s).</source>
        <translation>
            <numerusform>Copied %n row.</numerusform>
            <numerusform>Copied %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No version matches %n filter(s)</source>
        <translation>
            <numerusform>No version matches %n filter</numerusform>
            <numerusform>No version matches %n filters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) selected</source>
        <translation>
            <numerusform>%n version selected</numerusform>
            <numerusform>%n versions selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were not loaded; export the selection to have them all.</source>
        <translation>
            <numerusform>%n row were not loaded; export the selection to have them all.</numerusform>
            <numerusform>%n rows were not loaded; export the selection to have them all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cs::ui::VersionView</name>
    <message numerus="yes">
        <source>Copied %n row(s).</source>
        <translation>
            <numerusform>Copied %n row.</numerusform>
            <numerusform>Copied %n rows.</numerusform>
        </translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>DecisionPanel</name>
    <message numerus="yes">
        <location filename="../ui/promotion/decision_panel.cpp" line="193"/>
        <source>for %n condition(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExplainPanel</name>
    <message numerus="yes">
        <location filename="../ui/promotion/explain_panel.cpp" line="73"/>
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoundingSheet</name>
    <message numerus="yes">
        <location filename="../ui/shell/start/founding_sheet.cpp" line="192"/>
        <source>At least %n people are needed.</source>
        <translation>
            <numerusform>At least %n person is needed.</numerusform>
            <numerusform>At least %n people are needed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/shell/start/founding_sheet.cpp" line="214"/>
        <source>of %n administrator(s) must agree to enrol, grant and revoke.</source>
        <translation>
            <numerusform>of %n administrator must agree to enrol, grant and revoke.</numerusform>
            <numerusform>of %n administrators must agree to enrol, grant and revoke.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxDetail</name>
    <message numerus="yes">
        <location filename="../ui/inbox/inbox_detail.cpp" line="193"/>
        <source>Your signature and %n other condition(s) complete this gate</source>
        <translation>
            <numerusform>Your signature and %n other condition complete this gate</numerusform>
            <numerusform>Your signature and %n other conditions complete this gate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/inbox/inbox_detail.cpp" line="249"/>
        <source>%n passed</source>
        <translation>
            <numerusform>%n passed</numerusform>
            <numerusform>%n passed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/inbox/inbox_detail.cpp" line="308"/>
        <source>%n more in the review</source>
        <translation>
            <numerusform>%n more in the review</numerusform>
            <numerusform>%n more in the review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxModel</name>
    <message numerus="yes">
        <location filename="../ui/inbox/inbox_model.cpp" line="228"/>
        <source>%1, %n item(s)</source>
        <translation>
            <numerusform>%1, %n item</numerusform>
            <numerusform>%1, %n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxPage</name>
    <message numerus="yes">
        <location filename="../ui/inbox/inbox_page.cpp" line="189"/>
        <source>What I have done: %n signature(s) in 30 days</source>
        <translation>
            <numerusform>What I have done: %n signature in 30 days</numerusform>
            <numerusform>What I have done: %n signatures in 30 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/inbox/inbox_page.cpp" line="204"/>
        <source>%n wait(s) for you</source>
        <translation>
            <numerusform>%n wait for you</numerusform>
            <numerusform>%n waits for you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MetricsPanel</name>
    <message numerus="yes">
        <location filename="../ui/promotion/metrics_panel.cpp" line="79"/>
        <source>%n value(s) got worse</source>
        <translation>
            <numerusform>%n value got worse</numerusform>
            <numerusform>%n values got worse</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message numerus="yes">
        <location filename="../ui/promotion/preview_view.cpp" line="277"/>
        <source>%n test(s)</source>
        <translation>
            <numerusform>%n test</numerusform>
            <numerusform>%n tests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/promotion/preview_view.cpp" line="322"/>
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/promotion/preview_view.cpp" line="324"/>
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/promotion/preview_view.cpp" line="325"/>
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignOffBody</name>
    <message numerus="yes">
        <location filename="../ui/promotion/sign_off_body.cpp" line="140"/>
        <source>at least %n character(s), signed with your decision</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/promotion/sign_off_body.cpp" line="176"/>
        <source>The comment needs %n more character(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/promotion/sign_off_body.cpp" line="222"/>
        <source>%n byte(s), wrapped in DSSE</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>IncidentReport</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) waited up to %1, because of this run.</source>
        <translation>
            <numerusform>%n session waited up to %1, because of this run.</numerusform>
            <numerusform>%n sessions waited up to %1, because of this run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) waited up to %1, also because of this run; first in the way was %2.</source>
        <translation>
            <numerusform>%n session waited up to %1, also because of this run; first in the way was %2.</numerusform>
            <numerusform>%n sessions waited up to %1, also because of this run; first in the way was %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) waited up to %1.</source>
        <translation>
            <numerusform>%n session waited up to %1.</numerusform>
            <numerusform>%n sessions waited up to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) waited up to %1 behind %2.</source>
        <translation>
            <numerusform>%n session waited up to %1 behind %2.</numerusform>
            <numerusform>%n sessions waited up to %1 behind %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more session(s)</source>
        <translation>
            <numerusform>and %n more session</numerusform>
            <numerusform>and %n more sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LocksReport</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>blocks %n session(s)</source>
        <translation>
            <numerusform>blocks %n session</numerusform>
            <numerusform>blocks %n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LocksTexts</name>
    <message numerus="yes">
        <source>%n process(es) with a lock</source>
        <translation>
            <numerusform>%n process with a lock</numerusform>
            <numerusform>%n processes with a lock</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more row(s) not shown</source>
        <translation>
            <numerusform>%n more row not shown</numerusform>
            <numerusform>%n more rows not shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message numerus="yes">
        <source>and %n more: %1</source>
        <translation>
            <numerusform>and %n more: %1</numerusform>
            <numerusform>and %n more: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, by %2, %3 of %n statement(s) noted as done.</source>
        <comment>when, who, how many</comment>
        <translation>
            <numerusform>%1, by %2, %3 of %n statement noted as done.</numerusform>
            <numerusform>%1, by %2, %3 of %n statements noted as done.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecoveryText</name>
    <message numerus="yes">
        <source>Runs what is left, %n statement(s), and skips those that took effect.</source>
        <translation>
            <numerusform>Runs what is left, %n statement, and skips those that took effect.</numerusform>
            <numerusform>Runs what is left, %n statements, and skips those that took effect.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) that did not take effect, or may not have, will never be run: bring their effect about by hand first.</source>
        <translation>
            <numerusform>%n statement that did not take effect, or may not have, will never be run: bring their effect about by hand first.</numerusform>
            <numerusform>%n statements that did not take effect, or may not have, will never be run: bring their effect about by hand first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelineTexts</name>
    <message numerus="yes">
        <source>partly applied, %1 of %n statement(s)</source>
        <translation>
            <numerusform>partly applied, %1 of %n statement</numerusform>
            <numerusform>partly applied, %1 of %n statements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s), the worst an error</source>
        <translation>
            <numerusform>%n finding, the worst an error</numerusform>
            <numerusform>%n findings, the worst an error</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s), the worst a warning</source>
        <translation>
            <numerusform>%n finding, the worst a warning</numerusform>
            <numerusform>%n findings, the worst a warning</numerusform>
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
    <name>Whimbrel</name>
    <message numerus="yes">
        <source>%n migration(s) done on %1.</source>
        <translation>
            <numerusform>%n migration done on %1.</numerusform>
            <numerusform>%n migrations done on %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n migration(s) to apply on %1</source>
        <translation>
            <numerusform>%n migration to apply on %1</numerusform>
            <numerusform>%n migrations to apply on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n migration(s) to roll back on %1</source>
        <translation>
            <numerusform>%n migration to roll back on %1</numerusform>
            <numerusform>%n migrations to roll back on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n statement(s) took effect and stay; the history was not written.</source>
        <translation>
            <numerusform>The first statement took effect and stays; the history was not written.</numerusform>
            <numerusform>The first %n statements took effect and stay; the history was not written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n statement(s) took effect and stay; the one in flight may have, too. The history was not written.</source>
        <translation>
            <numerusform>The first statement took effect and stays; the one in flight may have, too. The history was not written.</numerusform>
            <numerusform>The first %n statements took effect and stay; the one in flight may have, too. The history was not written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its first %n statement(s) took effect and stay; the history was not written.</source>
        <translation>
            <numerusform>Its first statement took effect and stays; the history was not written.</numerusform>
            <numerusform>Its first %n statements took effect and stay; the history was not written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n migration(s) of this run were completed before and stay.</source>
        <translation>
            <numerusform>%n migration of this run was completed before and stays.</numerusform>
            <numerusform>%n migrations of this run were completed before and stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>An attempt of %1 left its first %n statement(s) in effect, and the file no longer begins with them.</source>
        <translation>
            <numerusform>An attempt of %1 left its first statement in effect, and the file no longer begins with it.</numerusform>
            <numerusform>An attempt of %1 left its first %n statements in effect, and the file no longer begins with them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n statement(s) took effect in an attempt of %1 and are not run again.</source>
        <translation>
            <numerusform>The first statement took effect in an attempt of %1 and is not run again.</numerusform>
            <numerusform>The first %n statements took effect in an attempt of %1 and are not run again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n migration(s) done.</source>
        <translation>
            <numerusform>%n migration done.</numerusform>
            <numerusform>%n migrations done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s)</source>
        <translation>
            <numerusform>%n statement</numerusform>
            <numerusform>%n statements</numerusform>
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
    <message numerus="yes">
        <source>and %n more table(s)</source>
        <translation>
            <numerusform>and %n more table</numerusform>
            <numerusform>and %n more tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) of this migration change the schema, and each commits at once: if a later one fails, the earlier ones stay.</source>
        <translation>
            <numerusform>%n statement of this migration change the schema, and each commits at once: if a later one fails, the earlier ones stay.</numerusform>
            <numerusform>%n statements of this migration change the schema, and each commits at once: if a later one fails, the earlier ones stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This also locks the %n table(s) below “%1”, for as long.</source>
        <translation>
            <numerusform>This also locks the %n table below “%1”, for as long.</numerusform>
            <numerusform>This also locks the %n tables below “%1”, for as long.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The index “%1” has %n columns.</source>
        <translation>
            <numerusform>The index “%1” has %n columns.</numerusform>
            <numerusform>The index “%1” has %n columns.</numerusform>
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
        <source>%n session(s) waited because of this run, the longest for %1 (%2) of %3 that they may.</source>
        <translation>
            <numerusform>%n session waited because of this run, the longest for %1 (%2) of %3 that they may.</numerusform>
            <numerusform>%n sessions waited because of this run, the longest for %1 (%2) of %3 that they may.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The locks on %1 were not granted within %2, in %n attempt(s).</source>
        <translation>
            <numerusform>The locks on %1 were not granted within %2, in %n attempt.</numerusform>
            <numerusform>The locks on %1 were not granted within %2, in %n attempts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::ChangesView</name>
    <message numerus="yes">
        <source>%n equal lines</source>
        <translation>
            <numerusform>%n equal line</numerusform>
            <numerusform>%n equal lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::DatabaseLink</name>
    <message numerus="yes">
        <source>Connection lost: %1 Trying again in %n second(s).</source>
        <extracomment>%1 is the database&apos;s error, the number is how long until the next try</extracomment>
        <translation>
            <numerusform>Connection lost: %1 Trying again in %n second.</numerusform>
            <numerusform>Connection lost: %1 Trying again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::DriftProbe</name>
    <message numerus="yes">
        <source>%n changed: %1</source>
        <translation>
            <numerusform>%n changed: %1</numerusform>
            <numerusform>%n changed: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing: %1</source>
        <translation>
            <numerusform>%n missing: %1</numerusform>
            <numerusform>%n missing: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n applied, none changed</source>
        <translation>
            <numerusform>%n applied, none changed</numerusform>
            <numerusform>%n applied, none changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed: %1</source>
        <translation>
            <numerusform>%n failed: %1</numerusform>
            <numerusform>%n failed: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n pending</numerusform>
            <numerusform>%n pending</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n applied, none pending</source>
        <translation>
            <numerusform>%n applied, none pending</numerusform>
            <numerusform>%n applied, none pending</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::EditorArea</name>
    <message numerus="yes">
        <source>%n files have unsaved text.</source>
        <translation>
            <numerusform>%n file has unsaved text.</numerusform>
            <numerusform>%n files have unsaved text.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::GatedAction</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::ImpactView</name>
    <message numerus="yes">
        <source>%n further statement(s) are not shown.</source>
        <translation>
            <numerusform>%n further statement are not shown.</numerusform>
            <numerusform>%n further statements are not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::LockChart</name>
    <message numerus="yes">
        <source>Statement: %1, and %n more</source>
        <translation>
            <numerusform>Statement: %1, and %n more</numerusform>
            <numerusform>Statement: %1, and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::LockWaitsProbe</name>
    <message numerus="yes">
        <source>%n waiting, the longest for %1</source>
        <translation>
            <numerusform>%n waiting, the longest for %1</numerusform>
            <numerusform>%n waiting, the longest for %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::LocksBadge</name>
    <message numerus="yes">
        <source>%n lock holder(s)</source>
        <translation>
            <numerusform>%n lock holder</numerusform>
            <numerusform>%n lock holders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::MarkdownLintReport</name>
    <message numerus="yes">
        <source>%n more finding(s) are not listed.</source>
        <translation>
            <numerusform>%n more finding are not listed.</numerusform>
            <numerusform>%n more findings are not listed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::OldTransactionsProbe</name>
    <message numerus="yes">
        <source>%n open, the oldest %1</source>
        <translation>
            <numerusform>%n open, the oldest %1</numerusform>
            <numerusform>%n open, the oldest %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::PlanView</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more table(s).</source>
        <translation>
            <numerusform>And %n more table.</numerusform>
            <numerusform>And %n more tables.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::PreferencesDialog</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n millisecond(s)</source>
        <translation>
            <numerusform>%n millisecond</numerusform>
            <numerusform>%n milliseconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::Probe</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::RecoveryPage</name>
    <message numerus="yes">
        <source>%n more left open</source>
        <translation>
            <numerusform>%n more left open</numerusform>
            <numerusform>%n more left open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %1, with %n migration(s) left open</source>
        <comment>a database</comment>
        <translation>
            <numerusform>on %1, with %n migration left open</numerusform>
            <numerusform>on %1, with %n migrations left open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::Release</name>
    <message numerus="yes">
        <source>Release %1 has %n open item(s): %2.</source>
        <translation>
            <numerusform>Release %1 has %n open item: %2.</numerusform>
            <numerusform>Release %1 has %n open items: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::ReleaseGate</name>
    <message numerus="yes">
        <source>%1 is protected, and the Before phase of release %2 is not complete: %n item(s) open.</source>
        <translation>
            <numerusform>%1 is protected, and the Before phase of release %2 is not complete: %n item open.</numerusform>
            <numerusform>%1 is protected, and the Before phase of release %2 is not complete: %n items open.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is protected, and %n check(s) of release %2 are older than %3 minutes.</source>
        <translation>
            <numerusform>%1 is protected, and %n check of release %2 is older than %3 minutes.</numerusform>
            <numerusform>%1 is protected, and %n checks of release %2 are older than %3 minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::ReleaseQuestions</name>
    <message numerus="yes">
        <source>%n item(s) of Before are open. Overriding opens During and lets migrations run on %1 without them.</source>
        <translation>
            <numerusform>%n item of Before is open. Overriding opens During and lets migrations run on %1 without it.</numerusform>
            <numerusform>%n items of Before are open. Overriding opens During and lets migrations run on %1 without them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) of %1 are open. Overriding goes on without them.</source>
        <translation>
            <numerusform>%n item of %1 is open. Overriding goes on without it.</numerusform>
            <numerusform>%n items of %1 are open. Overriding goes on without them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::RunController</name>
    <message numerus="yes">
        <source>%n migrations done.</source>
        <translation>
            <numerusform>%n migration done.</numerusform>
            <numerusform>%n migrations done.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::RunDetails</name>
    <message numerus="yes">
        <source>Roll Back %n Migrations…</source>
        <translation>
            <numerusform>Roll Back %n Migration…</numerusform>
            <numerusform>Roll Back %n Migrations…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::RunEstimate</name>
    <message numerus="yes">
        <source>about %n s left</source>
        <translation>
            <numerusform>about %n s left</numerusform>
            <numerusform>about %n s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>about %n min left</numerusform>
            <numerusform>about %n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n h left</source>
        <translation>
            <numerusform>about %n h left</numerusform>
            <numerusform>about %n h left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::RunHeader</name>
    <message numerus="yes">
        <source>%1 of %n statements, %2</source>
        <comment>done, all, time</comment>
        <translation>
            <numerusform>%1 of %n statement, %2</numerusform>
            <numerusform>%1 of %n statements, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::RunPane</name>
    <message numerus="yes">
        <source>%n statements in %1.</source>
        <translation>
            <numerusform>%n statement in %1.</numerusform>
            <numerusform>%n statements in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::RunTexts</name>
    <message numerus="yes">
        <source>Apply %n migrations to %1</source>
        <translation>
            <numerusform>Apply %n migration to %1</numerusform>
            <numerusform>Apply %n migrations to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Roll back %n migrations on %1</source>
        <translation>
            <numerusform>Roll back %n migration on %1</numerusform>
            <numerusform>Roll back %n migrations on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n migrations were applied to %1.</source>
        <translation>
            <numerusform>%n migration was applied to %1.</numerusform>
            <numerusform>%n migrations were applied to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n migrations were rolled back on %1.</source>
        <translation>
            <numerusform>%n migration was rolled back on %1.</numerusform>
            <numerusform>%n migrations were rolled back on %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::SafeStepsDialog</name>
    <message numerus="yes">
        <source>Change this file and write %n more</source>
        <translation>
            <numerusform>Change this file and write %n more</numerusform>
            <numerusform>Change this file and write %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::TimelineModel</name>
    <message numerus="yes">
        <source>%1, %n migration(s)</source>
        <translation>
            <numerusform>%1, %n migration</numerusform>
            <numerusform>%1, %n migrations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::TimelinePane</name>
    <message numerus="yes">
        <source>%n migration(s)</source>
        <translation>
            <numerusform>%n migration</numerusform>
            <numerusform>%n migrations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n pending</numerusform>
            <numerusform>%n pending</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message numerus="yes">
        <source>&amp;Apply %n pending…</source>
        <translation>
            <numerusform>&amp;Apply %n pending…</numerusform>
            <numerusform>&amp;Apply %n pending…</numerusform>
        </translation>
    </message>
</context>
</TS>

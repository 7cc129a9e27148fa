<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Whimbrel</source>
        <translation>Über Whimbrel</translation>
    </message>
    <message>
        <source>&lt;p&gt;A workbench for database migrations that nobody has to wait for.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;&lt;p&gt;Built on Qt %1, KDE Frameworks (KTextEditor, KSyntaxHighlighting, Breeze icons), QtKeychain and toml++.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Eine Werkbank für Datenbankmigrationen, auf die niemand warten muss.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder neuer.&lt;/p&gt;&lt;p&gt;Aufgebaut auf Qt %1, KDE Frameworks (KTextEditor, KSyntaxHighlighting, Breeze-Symbole), QtKeychain und toml++.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>AlterImpact</name>
    <message>
        <source>The column belongs to a foreign key, which has to be dropped first.</source>
        <translation>Die Spalte gehört zu einem Fremdschlüssel, der zuerst gelöscht werden muss.</translation>
    </message>
    <message>
        <source>The type of a column cannot be changed while a foreign key uses it.</source>
        <translation>Der Typ einer Spalte lässt sich nicht ändern, solange ein Fremdschlüssel sie verwendet.</translation>
    </message>
    <message>
        <source>A foreign key of another table may need the primary key.</source>
        <translation>Ein Fremdschlüssel einer anderen Tabelle braucht vielleicht den Primärschlüssel.</translation>
    </message>
    <message>
        <source>A partitioned table can neither have foreign keys nor be referenced by one.</source>
        <translation>Eine partitionierte Tabelle kann weder Fremdschlüssel haben, noch kann ein Fremdschlüssel auf sie verweisen.</translation>
    </message>
    <message>
        <source>the version of the server</source>
        <translation>die Version des Servers</translation>
    </message>
    <message>
        <source>ALGORITHM=%1 cannot do this: it takes %2.</source>
        <translation>ALGORITHM=%1 kann dies nicht: Es braucht %2.</translation>
    </message>
    <message>
        <source>ALGORITHM=INSTANT allows no LOCK clause.</source>
        <translation>ALGORITHM=INSTANT erlaubt keine LOCK-Klausel.</translation>
    </message>
    <message>
        <source>LOCK=%1 cannot be kept: this takes LOCK=%2.</source>
        <translation>LOCK=%1 lässt sich nicht einhalten: Dies braucht LOCK=%2.</translation>
    </message>
    <message>
        <source>“%1” has no column “%2”.</source>
        <translation>„%1“ hat keine Spalte „%2“.</translation>
    </message>
    <message>
        <source>“%1” has a column “%2” already.</source>
        <translation>„%1“ hat schon eine Spalte „%2“.</translation>
    </message>
</context>
<context>
    <name>ConnectionSettings</name>
    <message>
        <source>An option of the database URL is not encoded properly.</source>
        <translation>Eine Option der Datenbank-URL ist nicht richtig kodiert.</translation>
    </message>
    <message>
        <source>Write a percent sign as %25.</source>
        <translation>Ein Prozentzeichen als %25 schreiben.</translation>
    </message>
    <message>
        <source>The value of the option “%1” in the database URL is not encoded properly.</source>
        <translation>Der Wert der Option „%1“ in der Datenbank-URL ist nicht richtig kodiert.</translation>
    </message>
    <message>
        <source>The address “%1” in the database URL lacks its closing bracket.</source>
        <translation>Der Adresse „%1“ in der Datenbank-URL fehlt die schließende Klammer.</translation>
    </message>
    <message>
        <source>In the database URL, only a port may follow the address “[%1]”.</source>
        <translation>In der Datenbank-URL darf auf die Adresse „[%1]“ nur ein Port folgen.</translation>
    </message>
    <message>
        <source>The host “%1” in the database URL is not encoded properly.</source>
        <translation>Der Host „%1“ in der Datenbank-URL ist nicht richtig kodiert.</translation>
    </message>
    <message>
        <source>“%1” in the database URL is not a port.</source>
        <translation>„%1“ in der Datenbank-URL ist kein Port.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535. Write the characters : / ? # and @ of a password as %3A %2F %3F %23 and %40.</source>
        <translation>Ein Port ist eine Zahl von 1 bis 65535. Die Zeichen : / ? # und @ eines Passworts als %3A %2F %3F %23 und %40 schreiben.</translation>
    </message>
    <message>
        <source>The hosts of the database URL have different ports, which Whimbrel cannot keep apart.</source>
        <translation>Die Hosts der Datenbank-URL haben verschiedene Ports, die Whimbrel nicht auseinanderhalten kann.</translation>
    </message>
    <message>
        <source>Give all of them one port, or name one host.</source>
        <translation>Allen denselben Port geben oder nur einen Host nennen.</translation>
    </message>
    <message>
        <source>The user in the database URL is not encoded properly.</source>
        <translation>Der Benutzer in der Datenbank-URL ist nicht richtig kodiert.</translation>
    </message>
    <message>
        <source>The password in the database URL is not encoded properly.</source>
        <translation>Das Passwort in der Datenbank-URL ist nicht richtig kodiert.</translation>
    </message>
    <message>
        <source>“%1” in the database URL is not a number of seconds.</source>
        <translation>„%1“ in der Datenbank-URL ist keine Anzahl von Sekunden.</translation>
    </message>
    <message>
        <source>The database URL lacks “//” after “%1:”.</source>
        <translation>In der Datenbank-URL fehlt „//“ nach „%1:“.</translation>
    </message>
    <message>
        <source>Write %1://user@host/database.</source>
        <translation>%1://user@host/database schreiben.</translation>
    </message>
    <message>
        <source>The database&apos;s name in the URL is not encoded properly.</source>
        <translation>Der Name der Datenbank in der URL ist nicht richtig kodiert.</translation>
    </message>
    <message>
        <source>The path in the database URL is not encoded properly.</source>
        <translation>Der Pfad in der Datenbank-URL ist nicht richtig kodiert.</translation>
    </message>
    <message>
        <source>The database URL names no file.</source>
        <translation>Die Datenbank-URL nennt keine Datei.</translation>
    </message>
    <message>
        <source>Write sqlite:FILE, such as sqlite:shop.db.</source>
        <translation>sqlite:FILE schreiben, zum Beispiel sqlite:shop.db.</translation>
    </message>
    <message>
        <source>A database in memory would be gone as soon as its connection ends.</source>
        <translation>Eine Datenbank im Arbeitsspeicher wäre weg, sobald ihre Verbindung endet.</translation>
    </message>
    <message>
        <source>Name a file: sqlite:FILE.</source>
        <translation>Eine Datei nennen: sqlite:FILE.</translation>
    </message>
    <message>
        <source>Write sqlite:FILE, postgresql://user@host/database, mysql://user@host/database or mariadb://user@host/database.</source>
        <translation>sqlite:FILE, postgresql://user@host/database, mysql://user@host/database oder mariadb://user@host/database schreiben.</translation>
    </message>
    <message>
        <source>The database URL is empty.</source>
        <translation>Die Datenbank-URL ist leer.</translation>
    </message>
    <message>
        <source>The database URL has no scheme.</source>
        <translation>Der Datenbank-URL fehlt das URL-Schema.</translation>
    </message>
    <message>
        <source>Whimbrel does not know databases of the kind “%1”.</source>
        <translation>Whimbrel kennt keine Datenbanken der Art „%1“.</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>Write the characters : / ? # and @ of a password as %3A %2F %3F %23 and %40.</source>
        <translation>Die Zeichen : / ? # und @ eines Passworts als %3A %2F %3F %23 und %40 schreiben.</translation>
    </message>
</context>
<context>
    <name>IncidentReport</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Since %1.</source>
        <translation>Seit %1.</translation>
    </message>
    <message>
        <source>From %1 until at least %2, when the locks were watched no more.</source>
        <translation>Von %1 bis mindestens %2; danach wurden die Sperren nicht mehr beobachtet.</translation>
    </message>
    <message>
        <source>From %1 until %2.</source>
        <translation>Von %1 bis %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) waited up to %1, because of this run.</source>
        <translation>
            <numerusform>%n Sitzung wartete wegen dieses Laufs bis zu %1.</numerusform>
            <numerusform>%n Sitzungen warteten wegen dieses Laufs bis zu %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) waited up to %1, also because of this run; first in the way was %2.</source>
        <translation>
            <numerusform>%n Sitzung wartete bis zu %1, auch wegen dieses Laufs; zuerst im Weg war %2.</numerusform>
            <numerusform>%n Sitzungen warteten bis zu %1, auch wegen dieses Laufs; zuerst im Weg war %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) waited up to %1.</source>
        <translation>
            <numerusform>%n Sitzung wartete bis zu %1.</numerusform>
            <numerusform>%n Sitzungen warteten bis zu %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) waited up to %1 behind %2.</source>
        <translation>
            <numerusform>%n Sitzung wartete bis zu %1 hinter %2.</numerusform>
            <numerusform>%n Sitzungen warteten bis zu %1 hinter %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>At its worst, %1:</source>
        <translation>Auf dem Höhepunkt, %1:</translation>
    </message>
    <message numerus="yes">
        <source>and %n more session(s)</source>
        <translation>
            <numerusform>und %n weitere Sitzung</numerusform>
            <numerusform>und %n weitere Sitzungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockConfirmation</name>
    <message>
        <source>This is a session of this run: the run stops with an error.</source>
        <translation>Dies ist eine Sitzung dieses Laufs: Der Lauf hält mit einem Fehler an.</translation>
    </message>
    <message>
        <source>The session ends, its transaction is rolled back, and its application sees a lost connection.</source>
        <translation>Die Sitzung endet, ihre Transaktion wird zurückgerollt, und ihre Anwendung sieht eine verlorene Verbindung.</translation>
    </message>
    <message>
        <source>The session runs no statement now: cancelling changes nothing and its locks stay. Only terminating it frees them.</source>
        <translation>Die Sitzung führt gerade keine Anweisung aus: Abbrechen ändert nichts, und ihre Sperren bleiben. Nur Beenden gibt sie frei.</translation>
    </message>
    <message>
        <source>The statement fails with an error in its application. Locks of earlier statements of its transaction stay until that ends.</source>
        <translation>Die Anweisung schlägt in ihrer Anwendung mit einem Fehler fehl. Sperren früherer Anweisungen ihrer Transaktion bleiben, bis diese endet.</translation>
    </message>
    <message>
        <source>Last statement: %1</source>
        <translation>Letzte Anweisung: %1</translation>
    </message>
    <message>
        <source>Statement: %1</source>
        <translation>Anweisung: %1</translation>
    </message>
    <message>
        <source>Cancel a statement</source>
        <translation>Anweisung abbrechen</translation>
    </message>
    <message>
        <source>Terminate a session</source>
        <translation>Sitzung beenden</translation>
    </message>
    <message>
        <source>Cancel the statement of session %1?</source>
        <translation>Anweisung der Sitzung %1 abbrechen?</translation>
    </message>
    <message>
        <source>Terminate session %1?</source>
        <translation>Sitzung %1 beenden?</translation>
    </message>
    <message>
        <source>Cancel the statement of %1</source>
        <translation>Anweisung von %1 abbrechen</translation>
    </message>
    <message>
        <source>Terminate session %1</source>
        <translation>Sitzung %1 beenden</translation>
    </message>
    <message>
        <source>Leave it alone</source>
        <translation>Unberührt lassen</translation>
    </message>
    <message>
        <source>Session %1 is gone. Nothing was done.</source>
        <translation>Die Sitzung %1 gibt es nicht mehr. Nichts wurde unternommen.</translation>
    </message>
    <message>
        <source>The server was asked to cancel the statement of session %1.</source>
        <translation>Der Server wurde gebeten, die Anweisung der Sitzung %1 abzubrechen.</translation>
    </message>
    <message>
        <source>The server was asked to end session %1.</source>
        <translation>Der Server wurde gebeten, die Sitzung %1 zu beenden.</translation>
    </message>
</context>
<context>
    <name>LockRamp</name>
    <message>
        <source>stops neither reads nor writes</source>
        <translation>hält weder Lesen noch Schreiben auf</translation>
    </message>
    <message>
        <source>stops changes of the schema only</source>
        <translation>hält nur Änderungen des Schemas auf</translation>
    </message>
    <message>
        <source>stops writes</source>
        <translation>hält Schreiben auf</translation>
    </message>
    <message>
        <source>stops reads and writes</source>
        <translation>hält Lesen und Schreiben auf</translation>
    </message>
</context>
<context>
    <name>LockRights</name>
    <message>
        <source>This user lacks the right %1.</source>
        <translation>Diesem Benutzer fehlt das Recht %1.</translation>
    </message>
    <message>
        <source>%1 An administrator can change it with: %2</source>
        <translation>%1 Ein Administrator kann das ändern mit: %2</translation>
    </message>
    <message>
        <source>SQLite has no server that could cancel the statement of another process. Stop process %1 itself, or wait until it ends its transaction.</source>
        <translation>SQLite hat keinen Server, der die Anweisung eines anderen Prozesses abbrechen könnte. Halten Sie den Prozess %1 selbst an, oder warten Sie, bis er seine Transaktion beendet.</translation>
    </message>
    <message>
        <source>A prepared transaction has no process to cancel. End it in its own database with: %1</source>
        <translation>Eine vorbereitete Transaktion hat keinen Prozess, der sich abbrechen ließe. Beenden Sie sie in ihrer eigenen Datenbank mit: %1</translation>
    </message>
    <message>
        <source>A prepared transaction has no process to cancel. End it in database %1 with: %2</source>
        <translation>Eine vorbereitete Transaktion hat keinen Prozess, der sich abbrechen ließe. Beenden Sie sie in der Datenbank %1 mit: %2</translation>
    </message>
</context>
<context>
    <name>LocksCommand</name>
    <message>
        <source>“%1” is no session&apos;s number.</source>
        <translation>„%1“ ist keine Nummer einer Sitzung.</translation>
    </message>
    <message>
        <source>“whimbrel locks” lists the sessions with their numbers.</source>
        <translation>„whimbrel locks“ listet die Sitzungen mit ihren Nummern auf.</translation>
    </message>
    <message>
        <source>Session %1 neither waits nor makes others wait. Nothing was changed.</source>
        <translation>Sitzung %1 wartet nicht und lässt auch niemanden warten. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>“whimbrel locks” lists the sessions that do.</source>
        <translation>„whimbrel locks“ listet die Sitzungen auf, die es tun.</translation>
    </message>
    <message>
        <source>Session %1 is gone. Nothing was changed.</source>
        <translation>Sitzung %1 ist nicht mehr da. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The server was asked to cancel the statement of session %1.</source>
        <translation>Der Server wurde gebeten, die Anweisung der Sitzung %1 abzubrechen.</translation>
    </message>
    <message>
        <source>The server was asked to end session %1.</source>
        <translation>Der Server wurde gebeten, die Sitzung %1 zu beenden.</translation>
    </message>
    <message>
        <source>--watch, --cancel and --terminate cannot be combined.</source>
        <translation>--watch, --cancel und --terminate lassen sich nicht verbinden.</translation>
    </message>
    <message>
        <source>who blocks whom, now</source>
        <translation>wer jetzt wen blockiert</translation>
    </message>
    <message>
        <source>go on until stopped</source>
        <translation>weiterlaufen, bis angehalten wird</translation>
    </message>
    <message>
        <source>cancel the statement of a session</source>
        <translation>die Anweisung einer Sitzung abbrechen</translation>
    </message>
    <message>
        <source>end a session; its transaction is rolled back</source>
        <translation>eine Sitzung beenden; ihre Transaktion wird zurückgerollt</translation>
    </message>
</context>
<context>
    <name>LocksReport</name>
    <message>
        <source>holds %1</source>
        <translation>hält %1</translation>
    </message>
    <message>
        <source>holds %1 on %2</source>
        <translation>hält %1 an %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>(Whimbrel)</source>
        <translation>(Whimbrel)</translation>
    </message>
    <message>
        <source>user %1</source>
        <translation>Benutzer %1</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>wartet seit %1</translation>
    </message>
    <message numerus="yes">
        <source>blocks %n session(s)</source>
        <translation>
            <numerusform>blockiert %n Sitzung</numerusform>
            <numerusform>blockiert %n Sitzungen</numerusform>
        </translation>
    </message>
    <message>
        <source>in a deadlock: the server will cancel one of its sessions</source>
        <translation>in einem Deadlock: Der Server wird eine seiner Sitzungen abbrechen</translation>
    </message>
    <message>
        <source>shown above</source>
        <translation>oben gezeigt</translation>
    </message>
    <message>
        <source>last statement: %1</source>
        <translation>letzte Anweisung: %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>prepared transaction %1</source>
        <translation>vorbereitete Transaktion %1</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 waiting, %2 because of us</source>
        <translation>%1 wartend, %2 unseretwegen</translation>
    </message>
    <message>
        <source>User: %1</source>
        <translation>Benutzer: %1</translation>
    </message>
    <message>
        <source>Client: %1</source>
        <translation>Client: %1</translation>
    </message>
    <message>
        <source>Database: %1</source>
        <translation>Datenbank: %1</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>Zustand: %1</translation>
    </message>
    <message>
        <source>In a transaction for %1</source>
        <translation>In einer Transaktion seit %1</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>wartet auf %1</translation>
    </message>
    <message>
        <source>waits for %1 on %2</source>
        <translation>wartet auf %1 an %2</translation>
    </message>
    <message>
        <source>%1, blocker not known</source>
        <translation>%1, Blockierer nicht bekannt</translation>
    </message>
    <message>
        <source>%1, queued behind it</source>
        <translation>%1, dahinter eingereiht</translation>
    </message>
    <message>
        <source>No session waits.</source>
        <translation>Keine Sitzung wartet.</translation>
    </message>
    <message>
        <source>No session is seen to wait.</source>
        <translation>Keine wartende Sitzung ist zu sehen.</translation>
    </message>
    <message>
        <source>%1, the longest for %2</source>
        <translation>%1, am längsten seit %2</translation>
    </message>
    <message>
        <source>(Whimbrel run)</source>
        <translation>(Whimbrel-Lauf)</translation>
    </message>
    <message>
        <source>(another Whimbrel run)</source>
        <translation>(ein anderer Whimbrel-Lauf)</translation>
    </message>
    <message>
        <source>no process to cancel; end it in database %1 with: %2</source>
        <translation>kein Prozess, der sich abbrechen ließe; in der Datenbank %1 beenden mit: %2</translation>
    </message>
    <message>
        <source>no process to cancel; end it in its own database with: %1</source>
        <translation>kein Prozess, der sich abbrechen ließe; in seiner eigenen Datenbank beenden mit: %1</translation>
    </message>
</context>
<context>
    <name>LocksTexts</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>No process held a lock on the database file then.</source>
        <translation>Zu diesem Zeitpunkt hielt kein Prozess eine Sperre auf der Datenbankdatei.</translation>
    </message>
    <message>
        <source>No session waited then.</source>
        <translation>Zu diesem Zeitpunkt wartete keine Sitzung.</translation>
    </message>
    <message>
        <source>Not connected. Locks are shown when the project has a database.</source>
        <translation>Nicht verbunden. Sperren werden gezeigt, sobald das Projekt eine Datenbank hat.</translation>
    </message>
    <message>
        <source>Connecting to watch the locks…</source>
        <translation>Verbindung zum Beobachten der Sperren wird aufgebaut…</translation>
    </message>
    <message>
        <source>Locks cannot be watched: %1</source>
        <translation>Die Sperren können nicht beobachtet werden: %1</translation>
    </message>
    <message>
        <source>No process holds a lock on the database file. Checked %1 ago.</source>
        <translation>Kein Prozess hält eine Sperre auf der Datenbankdatei. Geprüft vor %1.</translation>
    </message>
    <message>
        <source>No session is seen to wait. Checked %1 ago.</source>
        <translation>Keine wartende Sitzung ist zu sehen. Geprüft vor %1.</translation>
    </message>
    <message>
        <source>No session waits. Checked %1 ago.</source>
        <translation>Keine Sitzung wartet. Geprüft vor %1.</translation>
    </message>
    <message>
        <source>At %1: %2 · now: %3</source>
        <translation>Um %1: %2 · jetzt: %3</translation>
    </message>
    <message numerus="yes">
        <source>%n process(es) with a lock</source>
        <translation>
            <numerusform>%n Prozess mit einer Sperre</numerusform>
            <numerusform>%n Prozesse mit einer Sperre</numerusform>
        </translation>
    </message>
    <message>
        <source>longest %1</source>
        <translation>am längsten %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more row(s) not shown</source>
        <translation>
            <numerusform>%n weitere Zeile nicht gezeigt</numerusform>
            <numerusform>%n weitere Zeilen nicht gezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>the server is slow: checked every %1</source>
        <translation>der Server ist langsam: Prüfung alle %1</translation>
    </message>
</context>
<context>
    <name>MariaDbSampler</name>
    <message>
        <source>Limited view: without the privilege PROCESS this user sees its own sessions only, and no waits for rows.</source>
        <translation>Eingeschränkte Sicht: Ohne das Recht PROCESS sieht dieser Benutzer nur seine eigenen Sitzungen und kein Warten auf Zeilen.</translation>
    </message>
    <message>
        <source>Who blocks a table&apos;s metadata lock is not known: that needs SELECT on performance_schema.</source>
        <translation>Wer die Metadatensperre einer Tabelle blockiert, ist nicht bekannt: Dazu braucht es SELECT auf performance_schema.</translation>
    </message>
    <message>
        <source>Who blocks a table&apos;s metadata lock is not known: that needs the server&apos;s plugin METADATA_LOCK_INFO.</source>
        <translation>Wer die Metadatensperre einer Tabelle blockiert, ist nicht bekannt: Dazu braucht es das Server-Plugin METADATA_LOCK_INFO.</translation>
    </message>
    <message>
        <source>Nothing was changed. An administrator can allow it with: %1</source>
        <translation>Nichts wurde geändert. Ein Administrator kann es erlauben mit: %1</translation>
    </message>
    <message>
        <source>This user may not cancel or terminate the sessions of other users.</source>
        <translation>Dieser Benutzer darf die Sitzungen anderer Benutzer weder abbrechen noch beenden.</translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
</context>
<context>
    <name>PostgreSqlSampler</name>
    <message>
        <source>Limited view: this role cannot see the statements and states of other roles&apos; sessions.</source>
        <translation>Eingeschränkte Sicht: Diese Rolle kann die Anweisungen und Zustände der Sitzungen anderer Rollen nicht sehen.</translation>
    </message>
    <message>
        <source>A prepared transaction has no process that could be cancelled. Nothing was changed.</source>
        <translation>Eine vorbereitete Transaktion hat keinen Prozess, der sich abbrechen ließe. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>End it in its own database with: %1</source>
        <translation>In ihrer eigenen Datenbank beenden mit: %1</translation>
    </message>
    <message>
        <source>Nothing was changed. A superuser can allow it with: %1</source>
        <translation>Nichts wurde geändert. Ein Superuser kann es erlauben mit: %1</translation>
    </message>
    <message>
        <source>A system table of the server is locked: what is waited for cannot be named.</source>
        <translation>Eine Systemtabelle des Servers ist gesperrt: Worauf gewartet wird, lässt sich nicht benennen.</translation>
    </message>
    <message>
        <source>System tables of the server are locked, so that it cannot even tell who waits. New connections may hang as well. Somebody runs LOCK, VACUUM FULL or REINDEX on a system table, or waits to.</source>
        <translation>Systemtabellen des Servers sind gesperrt, sodass er nicht einmal sagen kann, wer wartet. Auch neue Verbindungen können hängen. Jemand führt LOCK, VACUUM FULL oder REINDEX auf einer Systemtabelle aus oder wartet darauf.</translation>
    </message>
    <message>
        <source>This role may not cancel or terminate the sessions of other roles.</source>
        <translation>Diese Rolle darf die Sitzungen anderer Rollen weder abbrechen noch beenden.</translation>
    </message>
    <message>
        <source>Sessions of superusers and of the server itself can be cancelled by a superuser only.</source>
        <translation>Sitzungen von Superusern und des Servers selbst kann nur ein Superuser abbrechen.</translation>
    </message>
    <message>
        <source>Nothing was changed. Only a superuser may do it, because the session is a superuser&apos;s or the server&apos;s own.</source>
        <translation>Nichts wurde geändert. Das darf nur ein Superuser, denn die Sitzung gehört einem Superuser oder dem Server selbst.</translation>
    </message>
    <message>
        <source>A system table of the server is locked: sessions and locks are read without the names of users and tables.</source>
        <translation>Eine Systemtabelle des Servers ist gesperrt: Sitzungen und Sperren werden ohne die Namen von Benutzern und Tabellen gelesen.</translation>
    </message>
</context>
<context>
    <name>ProgressReport</name>
    <message>
        <source>estimate from the server&apos;s phases</source>
        <translation>geschätzt aus den Phasen des Servers</translation>
    </message>
    <message>
        <source>growth of the file</source>
        <translation>Wachstum der Datei</translation>
    </message>
    <message>
        <source>rough: growth of the whole database</source>
        <translation>grob: Wachstum der ganzen Datenbank</translation>
    </message>
    <message>
        <source>the server&apos;s own stages</source>
        <translation>Stufen des Servers selbst</translation>
    </message>
    <message>
        <source>%1 of %2 blocks</source>
        <translation>%1 von %2 Blöcken</translation>
    </message>
    <message>
        <source>%1 blocks</source>
        <translation>%1 Blöcke</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 von %2 Zeilen</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 written</source>
        <translation>%1 geschrieben</translation>
    </message>
    <message>
        <source>%1 of %2 sessions gone by</source>
        <translation>%1 von %2 Sitzungen abgewartet</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>wartet auf %1</translation>
    </message>
    <message>
        <source>waits for %1, %2</source>
        <comment>session, its state</comment>
        <translation>wartet auf %1, %2</translation>
    </message>
    <message>
        <source>waits for %1, %2, in a transaction for %3</source>
        <comment>session, its state, a duration</comment>
        <translation>wartet auf %1, %2, seit %3 in einer Transaktion</translation>
    </message>
    <message>
        <source>there is no monitor session to ask how far it is: %1</source>
        <translation>es gibt keine Überwachungssitzung, die fragen könnte, wie weit sie ist: %1</translation>
    </message>
    <message>
        <source>the server has not answered the monitor since %1</source>
        <translation>der Server hat der Überwachung seit %1 nicht geantwortet</translation>
    </message>
    <message>
        <source>the server is slow: it took %1 to answer the monitor</source>
        <translation>der Server ist langsam: Für die Antwort an die Überwachung hat er %1 gebraucht</translation>
    </message>
    <message>
        <source>%1 % (%2)</source>
        <comment>how far, where that is from</comment>
        <translation>%1 % (%2)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a count, where that is from</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>The down sections of these migrations run on %1:

%2</source>
        <translation>Die down-Abschnitte dieser Migrationen werden auf %1 ausgeführt:

%2</translation>
    </message>
    <message>
        <source>None of their statements drops or deletes anything by itself.</source>
        <translation>Keine ihrer Anweisungen verwirft oder löscht von sich aus etwas.</translation>
    </message>
    <message>
        <source>These statements take data with them, which only a backup brings back:

%1</source>
        <translation>Diese Anweisungen nehmen Daten mit, die nur ein Backup zurückbringt:

%1</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Anweisung</translation>
    </message>
    <message numerus="yes">
        <source>and %n more: %1</source>
        <translation>
            <numerusform>und %n weitere: %1</numerusform>
            <numerusform>und %n weitere: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, by %2, %3 of %n statement(s) noted as done.</source>
        <comment>when, who, how many</comment>
        <translation>
            <numerusform>%1, von %2: %3 von %n Anweisung als erledigt vermerkt.</numerusform>
            <numerusform>%1, von %2: %3 von %n Anweisungen als erledigt vermerkt.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is left over, and the statements that settle it:</source>
        <translation>Was übrig geblieben ist, und die Anweisungen, die es bereinigen:</translation>
    </message>
</context>
<context>
    <name>RecoveryText</name>
    <message>
        <source>The server is still at the statement of line %1, in the session that was left behind. Wait for its end, or end that session in the lock monitor.</source>
        <translation>Der Server arbeitet noch an der Anweisung in Zeile %1, in der zurückgelassenen Sitzung. Ihr Ende abwarten oder diese Sitzung im Bereich „Sperren“ beenden.</translation>
    </message>
    <message>
        <source>Nobody but you can tell whether the statement of line %1 took effect, so a run would stop there. Find out, then choose one of the other ways.</source>
        <translation>Ob die Anweisung in Zeile %1 wirksam wurde, lässt sich nur von Hand klären, daher würde ein Lauf dort anhalten. Erst nachsehen, dann einen der anderen Wege wählen.</translation>
    </message>
    <message>
        <source>Every statement is in effect: a run only writes the history.</source>
        <translation>Jede Anweisung ist wirksam: Ein Lauf schreibt nur den Verlauf.</translation>
    </message>
    <message>
        <source>Goes on with the batches of line %1 where they stopped.</source>
        <translation>Macht mit den Stapeln von Zeile %1 dort weiter, wo sie stehen blieben.</translation>
    </message>
    <message>
        <source>Runs the migration from its first statement.</source>
        <translation>Führt die Migration ab ihrer ersten Anweisung aus.</translation>
    </message>
    <message numerus="yes">
        <source>Runs what is left, %n statement(s), and skips those that took effect.</source>
        <translation>
            <numerusform>Führt den Rest aus, %n Anweisung, und lässt aus, was wirksam wurde.</numerusform>
            <numerusform>Führt den Rest aus, %n Anweisungen, und lässt aus, was wirksam wurde.</numerusform>
        </translation>
    </message>
    <message>
        <source>Before that it removes what is half-made: %1.</source>
        <translation>Entfernt zuvor, was halb angelegt ist: %1.</translation>
    </message>
    <message>
        <source>It brings what is half-done to its end: %1.</source>
        <translation>Bringt zu Ende, was halb ausgeführt ist: %1.</translation>
    </message>
    <message>
        <source>You see the plan before anything runs.</source>
        <translation>Bevor etwas ausgeführt wird, ist der Plan zu sehen.</translation>
    </message>
    <message>
        <source>Go On Rolling Back…</source>
        <translation>Weiter zurückrollen…</translation>
    </message>
    <message>
        <source>Run What Is Left…</source>
        <translation>Den Rest ausführen…</translation>
    </message>
    <message>
        <source>Run It Again…</source>
        <translation>Erneut ausführen…</translation>
    </message>
    <message>
        <source>Writes into the history that all of it is in effect, and runs nothing.</source>
        <translation>Trägt in den Verlauf ein, dass alles davon wirksam ist, und führt nichts aus.</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) that did not take effect, or may not have, will never be run: bring their effect about by hand first.</source>
        <translation>
            <numerusform>%n Anweisung, die nicht wirksam wurde oder es vielleicht nicht wurde, wird nie ausgeführt: ihre Wirkung vorher von Hand herbeiführen.</numerusform>
            <numerusform>%n Anweisungen, die nicht wirksam wurden oder es vielleicht nicht wurden, werden nie ausgeführt: ihre Wirkung vorher von Hand herbeiführen.</numerusform>
        </translation>
    </message>
    <message>
        <source>What the rollback has taken away already stays away: bring it back by hand first.</source>
        <translation>Was das Zurückrollen schon weggenommen hat, bleibt weg: es vorher von Hand zurückholen.</translation>
    </message>
    <message>
        <source>Mark as Applied…</source>
        <translation>Als angewendet verzeichnen…</translation>
    </message>
    <message>
        <source>Writes down that nothing of it is in effect, and runs nothing: the next run begins at its first statement.</source>
        <translation>Vermerkt, dass nichts davon wirksam ist, und führt nichts aus: Der nächste Lauf beginnt mit der ersten Anweisung.</translation>
    </message>
    <message>
        <source>What took effect stays in the database, and the next run may fail on it or do it twice: undo it by hand first.</source>
        <translation>Was wirksam wurde, bleibt in der Datenbank, und der nächste Lauf kann daran scheitern oder es doppelt tun: es vorher von Hand rückgängig machen.</translation>
    </message>
    <message>
        <source>What is half-made stays until it is removed: %1.</source>
        <translation>Was halb angelegt ist, bleibt, bis es entfernt wird: %1.</translation>
    </message>
    <message>
        <source>The rest of its rollback will never be run: undo what is left by hand first.</source>
        <translation>Der Rest des Zurückrollens wird nie ausgeführt: was noch übrig ist, vorher von Hand rückgängig machen.</translation>
    </message>
    <message>
        <source>Mark as Not Applied…</source>
        <translation>Als nicht angewendet verzeichnen…</translation>
    </message>
    <message>
        <source>Roll It Back…</source>
        <translation>Zurückrollen…</translation>
    </message>
    <message>
        <source>Records it as applied, which a rollback needs, and shows the plan of its down section; until you run that, it counts as applied.</source>
        <translation>Verzeichnet die Migration als angewendet, was das Zurückrollen voraussetzt, und zeigt den Plan ihres down-Abschnitts; bis dieser ausgeführt ist, gilt sie als angewendet.</translation>
    </message>
    <message>
        <source>The down section was written for the whole migration: it may fail on what did not take effect.</source>
        <translation>Der down-Abschnitt wurde für die ganze Migration geschrieben: Er kann an dem scheitern, was nicht wirksam wurde.</translation>
    </message>
    <message>
        <source>It has no script to roll it back.</source>
        <translation>Die Migration hat kein Skript, um sie zurückzurollen.</translation>
    </message>
    <message>
        <source>Its rollback was interrupted: the program or its connection ended before it did.</source>
        <translation>Das Zurückrollen wurde unterbrochen: Das Programm oder seine Verbindung endete, bevor das Zurückrollen fertig war.</translation>
    </message>
    <message>
        <source>Its run was interrupted: the program or its connection ended before it did.</source>
        <translation>Der Lauf wurde unterbrochen: Das Programm oder seine Verbindung endete, bevor der Lauf fertig war.</translation>
    </message>
    <message>
        <source>Its rollback failed.</source>
        <translation>Das Zurückrollen ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Its run failed.</source>
        <translation>Der Lauf ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Its script cannot be read any more, so what is in effect is not known.</source>
        <translation>Das Skript lässt sich nicht mehr lesen, daher ist nicht bekannt, was wirksam ist.</translation>
    </message>
    <message>
        <source>Nothing of it is in the database.</source>
        <translation>Nichts davon ist in der Datenbank.</translation>
    </message>
    <message>
        <source>All of its statements are in effect; only the history does not say so.</source>
        <translation>Alle Anweisungen sind wirksam; nur der Verlauf sagt es nicht.</translation>
    </message>
    <message>
        <source>Part of it is in the database, and of one statement nobody but you can tell.</source>
        <translation>Ein Teil davon ist in der Datenbank, und bei einer Anweisung lässt es sich nur von Hand klären.</translation>
    </message>
    <message>
        <source>Part of it is in the database.</source>
        <translation>Ein Teil davon ist in der Datenbank.</translation>
    </message>
    <message>
        <source>took effect</source>
        <translation>wurde wirksam</translation>
    </message>
    <message>
        <source>did not take effect</source>
        <translation>wurde nicht wirksam</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>zurückgerollt</translation>
    </message>
    <message>
        <source>half-made</source>
        <translation>halb angelegt</translation>
    </message>
    <message>
        <source>half-done</source>
        <translation>halb ausgeführt</translation>
    </message>
    <message>
        <source>in part</source>
        <translation>zum Teil</translation>
    </message>
    <message>
        <source>may be repeated</source>
        <translation>wiederholbar</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>still running</source>
        <translation>läuft noch</translation>
    </message>
    <message>
        <source>not in effect</source>
        <translation>nicht wirksam</translation>
    </message>
    <message>
        <source>The journal says so, in the transaction of the statement or after its outcome.</source>
        <translation>So steht es im Journal, eingetragen in der Transaktion der Anweisung oder nach ihrem Ausgang.</translation>
    </message>
    <message>
        <source>The run ended before it could note it; the database shows what the statement makes.</source>
        <translation>Der Lauf endete, bevor er es vermerken konnte; die Datenbank zeigt, was die Anweisung anlegt.</translation>
    </message>
    <message>
        <source>It was begun; the database shows nothing of it.</source>
        <translation>Die Anweisung wurde begonnen; die Datenbank zeigt nichts davon.</translation>
    </message>
    <message>
        <source>The run ended here: it failed, or it was stopped. Nothing of it is in effect.</source>
        <translation>Der Lauf endete hier: Er schlug fehl oder wurde gestoppt. Nichts von dieser Anweisung ist wirksam.</translation>
    </message>
    <message>
        <source>With the transaction of the migration.</source>
        <translation>Mit der Transaktion der Migration.</translation>
    </message>
    <message>
        <source>It left something unfinished behind, which this removes: %1</source>
        <translation>Die Anweisung ließ etwas Unfertiges zurück, das hiermit entfernt wird: %1</translation>
    </message>
    <message>
        <source>It came half-way, and this brings it to its end: %1</source>
        <translation>Die Anweisung kam nur halb durch und wird hiermit zu Ende gebracht: %1</translation>
    </message>
    <message>
        <source>%1 rows were changed in batches that are committed; the journal knows where they stopped.</source>
        <translation>%1 Zeilen wurden in Stapeln geändert, die abgeschlossen sind; das Journal weiß, wo sie stehen blieben.</translation>
    </message>
    <message>
        <source>It was begun; the database does not tell whether it ended, and running it once more does no harm.</source>
        <translation>Die Anweisung wurde begonnen; die Datenbank verrät nicht, ob sie zu Ende kam, und sie noch einmal auszuführen schadet nicht.</translation>
    </message>
    <message>
        <source>It was begun, and nothing in the database&apos;s catalog tells whether it ended.</source>
        <translation>Die Anweisung wurde begonnen, und nichts im Katalog der Datenbank verrät, ob sie zu Ende kam.</translation>
    </message>
    <message>
        <source>The server goes on with it in the session that was left behind.</source>
        <translation>Der Server führt die Anweisung in der zurückgelassenen Sitzung weiter aus.</translation>
    </message>
</context>
<context>
    <name>SQLiteSampler</name>
    <message>
        <source>SQLite does not tell who holds a lock, and this system does not tell it either.</source>
        <translation>SQLite verrät nicht, wer eine Sperre hält, und dieses System verrät es auch nicht.</translation>
    </message>
    <message>
        <source>SQLite does not tell who waits. Shown are the processes that hold a lock on the file.</source>
        <translation>SQLite verrät nicht, wer wartet. Gezeigt werden die Prozesse, die eine Sperre auf der Datei halten.</translation>
    </message>
    <message>
        <source>SQLite has no server that could cancel the statement of another process. Nothing was changed.</source>
        <translation>SQLite hat keinen Server, der die Anweisung eines anderen Prozesses abbrechen könnte. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Stop process %1 (%2) itself, or wait until it ends its transaction.</source>
        <translation>Prozess %1 (%2) selbst anhalten oder warten, bis er seine Transaktion beendet.</translation>
    </message>
</context>
<context>
    <name>SampleActions</name>
    <message>
        <source>Making the sample project…</source>
        <translation>Beispielprojekt wird angelegt…</translation>
    </message>
    <message>
        <source>Reset the sample</source>
        <translation>Beispiel zurücksetzen</translation>
    </message>
    <message>
        <source>Everything in the sample&apos;s folder is replaced.</source>
        <translation>Alles im Ordner des Beispiels wird ersetzt.</translation>
    </message>
    <message>
        <source>Its migrations, databases and releases are then as on the first day.</source>
        <translation>Seine Migrationen, Datenbanken und Releases sind danach wie am ersten Tag.</translation>
    </message>
</context>
<context>
    <name>ScriptReader</name>
    <message>
        <source>DELIMITER needs the text that is to end the statements from here on.</source>
        <translation>DELIMITER braucht den Text, der ab hier die Anweisungen beenden soll.</translation>
    </message>
    <message>
        <source>The executable comment that begins here is not closed.</source>
        <translation>Der ausführbare Kommentar, der hier beginnt, ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>The body that begins here is not closed.</source>
        <translation>Der Rumpf, der hier beginnt, ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>The statement before this DELIMITER is not ended by its own delimiter.</source>
        <translation>Die Anweisung vor diesem DELIMITER endet nicht mit ihrem eigenen Trennzeichen.</translation>
    </message>
    <message>
        <source>The data of COPY begin on the next line; this text is not read.</source>
        <translation>Die Daten von COPY beginnen in der nächsten Zeile; dieser Text wird nicht gelesen.</translation>
    </message>
    <message>
        <source>The data of this COPY do not end with a line \.</source>
        <translation>Die Daten dieses COPY enden nicht mit einer Zeile \.</translation>
    </message>
    <message>
        <source>The comment that begins here is not closed.</source>
        <translation>Der Kommentar, der hier beginnt, ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>The quoted name that begins here is not closed.</source>
        <translation>Der Name in Anführungszeichen, der hier beginnt, ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>The string that begins here is not closed.</source>
        <translation>Die Zeichenkette, die hier beginnt, ist nicht geschlossen.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>“%1” is a command of the database&apos;s own client; the server does not know it.</source>
        <translation>„%1“ ist ein Befehl des Datenbank-Clients; der Server kennt ihn nicht.</translation>
    </message>
    <message>
        <source>Say it in SQL, or run this file with the client.</source>
        <translation>In SQL ausdrücken oder diese Datei mit dem Client ausführen.</translation>
    </message>
    <message>
        <source>COPY … TO STDOUT sends rows to a client, and here is none to receive them.</source>
        <translation>COPY … TO STDOUT sendet Zeilen an einen Client, und hier ist keiner, der sie annimmt.</translation>
    </message>
    <message>
        <source>Remove the statement, or COPY to a file of the server.</source>
        <translation>Die Anweisung entfernen oder mit COPY in eine Datei des Servers schreiben.</translation>
    </message>
    <message>
        <source>The statement contains a NUL character, and the database would read it only up to there.</source>
        <translation>Die Anweisung enthält ein NUL-Zeichen, und die Datenbank läse sie nur bis dorthin.</translation>
    </message>
    <message>
        <source>Remove the character.</source>
        <translation>Das Zeichen entfernen.</translation>
    </message>
    <message>
        <source>A text with a NUL character cannot be sent to %1.</source>
        <translation>Ein Text mit einem NUL-Zeichen lässt sich nicht an %1 senden.</translation>
    </message>
    <message>
        <source>A transaction is open already.</source>
        <translation>Es ist schon eine Transaktion offen.</translation>
    </message>
    <message>
        <source>There is no transaction to commit: a statement has ended it.</source>
        <translation>Es gibt keine Transaktion, die sich abschließen ließe: Eine Anweisung hat sie beendet.</translation>
    </message>
    <message>
        <source>The connection ended during COMMIT: whether the transaction was committed is not known.</source>
        <translation>Die Verbindung endete während COMMIT: Ob die Transaktion abgeschlossen wurde, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost: %2</source>
        <translation>Die Verbindung zu %1 ging verloren: %2</translation>
    </message>
    <message>
        <source>no reason was given</source>
        <translation>ohne Angabe eines Grundes</translation>
    </message>
    <message>
        <source>The server rolls back what was not committed.</source>
        <translation>Der Server rollt zurück, was nicht abgeschlossen war.</translation>
    </message>
    <message>
        <source>Find out whether the server is up and who ended the connection, then try again.</source>
        <translation>Klären, ob der Server läuft und wer die Verbindung beendet hat, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Cannot connect to %1: %2</source>
        <translation>Keine Verbindung zu %1: %2</translation>
    </message>
    <message>
        <source>A query of Whimbrel has %1 placeholders for %2 values. This is a fault in Whimbrel.</source>
        <translation>Eine Abfrage von Whimbrel hat %1 Platzhalter für %2 Werte. Das ist ein Fehler in Whimbrel.</translation>
    </message>
    <message>
        <source>Check the user and the password; it comes from the URL, MYSQL_PWD or the keychain.</source>
        <translation>Benutzer und Passwort prüfen; das Passwort stammt aus der URL, aus MYSQL_PWD oder aus dem Schlüsselbund.</translation>
    </message>
    <message>
        <source>Check the database&apos;s name, and that the user may use it.</source>
        <translation>Prüfen, ob der Name der Datenbank stimmt und der Benutzer sie verwenden darf.</translation>
    </message>
    <message>
        <source>Install the authentication plug-in of the MariaDB client library that the server asks for.</source>
        <translation>Das Authentifizierungs-Plugin der MariaDB-Clientbibliothek installieren, das der Server verlangt.</translation>
    </message>
    <message>
        <source>Check that the server runs, and the path of its socket (unix_socket in the URL).</source>
        <translation>Prüfen, ob der Server läuft und der Pfad seines Sockets stimmt (unix_socket in der URL).</translation>
    </message>
    <message>
        <source>Check host and port, and that the server runs and listens there.</source>
        <translation>Host und Port prüfen, und ob der Server läuft und dort lauscht.</translation>
    </message>
    <message>
        <source>an option of the URL contains a semicolon, which Qt&apos;s driver cannot pass on.</source>
        <translation>eine Option der URL enthält ein Semikolon, das der Treiber von Qt nicht weitergeben kann.</translation>
    </message>
    <message>
        <source>Qt&apos;s MySQL driver gives no access to the client library.</source>
        <translation>Der MySQL-Treiber von Qt gibt keinen Zugang zur Client-Bibliothek.</translation>
    </message>
    <message>
        <source>The server rolled the whole transaction back.</source>
        <translation>Der Server hat die ganze Transaktion zurückgerollt.</translation>
    </message>
    <message>
        <source>Check the user and the password; it comes from the URL, PGPASSWORD, ~/.pgpass or the keychain.</source>
        <translation>Benutzer und Passwort prüfen; das Passwort stammt aus der URL, aus PGPASSWORD, aus ~/.pgpass oder aus dem Schlüsselbund.</translation>
    </message>
    <message>
        <source>The server&apos;s pg_hba.conf does not let this user connect from here with this encryption.</source>
        <translation>pg_hba.conf des Servers lässt diesen Benutzer von hier mit dieser Verschlüsselung nicht zu.</translation>
    </message>
    <message>
        <source>Check the names of the database and the user.</source>
        <translation>Die Namen der Datenbank und des Benutzers prüfen.</translation>
    </message>
    <message>
        <source>Check the URL&apos;s sslmode and sslrootcert.</source>
        <translation>sslmode und sslrootcert in der URL prüfen.</translation>
    </message>
    <message>
        <source>Nothing answered in time: check host, port and firewall.</source>
        <translation>Nichts hat rechtzeitig geantwortet: Host, Port und Firewall prüfen.</translation>
    </message>
    <message>
        <source>Check that the server runs and that its socket is in this folder.</source>
        <translation>Prüfen, ob der Server läuft und sein Socket in diesem Ordner liegt.</translation>
    </message>
    <message>
        <source>the URL&apos;s option “%1” is unknown.</source>
        <translation>die Option „%1“ der URL ist unbekannt.</translation>
    </message>
    <message>
        <source>Qt&apos;s PostgreSQL driver gives no access to libpq.</source>
        <translation>Der PostgreSQL-Treiber von Qt gibt keinen Zugang zu libpq.</translation>
    </message>
    <message>
        <source>The query holds more than one statement.</source>
        <translation>Die Abfrage enthält mehr als eine Anweisung.</translation>
    </message>
    <message>
        <source>In the statement: %1</source>
        <translation>In der Anweisung: %1</translation>
    </message>
    <message>
        <source>The server rolled the transaction back instead of committing it, because a statement in it had failed.</source>
        <translation>Der Server hat die Transaktion zurückgerollt, statt sie festzuschreiben, weil eine Anweisung darin fehlgeschlagen war.</translation>
    </message>
    <message>
        <source>%1 is a folder.</source>
        <translation>%1 ist ein Ordner.</translation>
    </message>
    <message>
        <source>the folder %1 does not exist.</source>
        <translation>der Ordner %1 existiert nicht.</translation>
    </message>
    <message>
        <source>Create the folder, or correct the database&apos;s path.</source>
        <translation>Den Ordner anlegen, oder den Pfad der Datenbank berichtigen.</translation>
    </message>
    <message>
        <source>the file %1 does not exist yet.</source>
        <translation>die Datei %1 existiert noch nicht.</translation>
    </message>
    <message>
        <source>The first run creates it.</source>
        <translation>Der erste Lauf legt sie an.</translation>
    </message>
    <message>
        <source>Check the path and who may read and write it.</source>
        <translation>Den Pfad prüfen, und wer dort lesen und schreiben darf.</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver gives no access to SQLite.</source>
        <translation>Der SQLite-Treiber von Qt gibt keinen Zugang zu SQLite.</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver uses SQLite %1 and Whimbrel SQLite %2.</source>
        <translation>Der SQLite-Treiber von Qt verwendet SQLite %1 und Whimbrel SQLite %2.</translation>
    </message>
    <message>
        <source>Install Qt and SQLite from one source.</source>
        <translation>Qt und SQLite aus einer Quelle installieren.</translation>
    </message>
    <message>
        <source>Another connection to the file reads or writes. Wait until it has finished, or end it, and try again.</source>
        <translation>Eine andere Verbindung zu dieser Datei liest oder schreibt. Warten, bis sie fertig ist, oder sie beenden, und es erneut versuchen.</translation>
    </message>
    <message>
        <source>The statement took longer than its time-out of %1 ms.</source>
        <translation>Die Anweisung hat länger gedauert als ihr Zeitlimit von %1 ms.</translation>
    </message>
    <message>
        <source>Make room on the disk that holds %1, and try again.</source>
        <translation>Platz auf dem Datenträger schaffen, auf dem %1 liegt, und es erneut versuchen.</translation>
    </message>
    <message>
        <source>Whoever runs Whimbrel may not write %1 or its folder.</source>
        <translation>Wer Whimbrel ausführt, darf nicht in %1 oder den zugehörigen Ordner schreiben.</translation>
    </message>
    <message>
        <source>Correct the database&apos;s path; the file was not touched.</source>
        <translation>Den Pfad der Datenbank berichtigen; die Datei wurde nicht angefasst.</translation>
    </message>
    <message>
        <source>Check the URL&apos;s ssl-ca and ssl-mode, and that the server&apos;s certificate is valid for this host.</source>
        <translation>Prüfen, ob ssl-ca und ssl-mode in der URL stimmen und das Zertifikat des Servers für diesen Host gültig ist.</translation>
    </message>
    <message>
        <source>the host&apos;s name contains a semicolon.</source>
        <translation>der Name des Hosts enthält ein Semikolon.</translation>
    </message>
    <message>
        <source>the URL&apos;s ssl-mode or tls is not one that is known.</source>
        <translation>der Wert von ssl-mode oder tls in der URL ist unbekannt.</translation>
    </message>
    <message>
        <source>Known are disabled, preferred, required, verify-ca and verify-identity, and dbmate&apos;s true, false and skip-verify.</source>
        <translation>Bekannt sind disabled, preferred, required, verify-ca und verify-identity sowie true, false und skip-verify von dbmate.</translation>
    </message>
    <message>
        <source>the server does not encrypt connections, and the URL requires it.</source>
        <translation>der Server verschlüsselt keine Verbindungen, und die URL verlangt es.</translation>
    </message>
    <message>
        <source>Switch TLS on in the server, or take ssl-mode or tls out of the URL.</source>
        <translation>TLS im Server einschalten oder ssl-mode oder tls aus der URL nehmen.</translation>
    </message>
    <message>
        <source>The statement has parameters (%1), and nothing gives them a value.</source>
        <translation>Die Anweisung hat Parameter (%1), und nichts gibt ihnen einen Wert.</translation>
    </message>
    <message>
        <source>The table or its index is damaged: REPAIR TABLE puts that right. A MyISAM or Aria table keeps what was written before the error, so look which rows are there.</source>
        <translation>Die Tabelle oder ihr Index ist beschädigt: REPAIR TABLE bringt das in Ordnung. Eine MyISAM- oder Aria-Tabelle behält, was vor dem Fehler geschrieben wurde; sehen Sie nach, welche Zeilen da sind.</translation>
    </message>
    <message>
        <source>The server&apos;s disk is full, and the server has ended because of it. Make room on the disk of its pg_wal, and start it again where it does not come up by itself.</source>
        <translation>Die Festplatte des Servers ist voll, und der Server hat sich deshalb beendet. Schaffen Sie Platz auf dem Datenträger seines pg_wal, und starten Sie ihn neu, falls er nicht von selbst wiederkommt.</translation>
    </message>
</context>
<context>
    <name>TimelineTexts</name>
    <message>
        <source>pending, runs next</source>
        <translation>ausstehend, läuft als Nächstes</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>running, %1 %</source>
        <translation>läuft, %1 %</translation>
    </message>
    <message numerus="yes">
        <source>partly applied, %1 of %n statement(s)</source>
        <translation>
            <numerusform>teilweise angewendet, %1 von %n Anweisung</numerusform>
            <numerusform>teilweise angewendet, %1 von %n Anweisungen</numerusform>
        </translation>
    </message>
    <message>
        <source>modified since applied</source>
        <translation>seit der Anwendung geändert</translation>
    </message>
    <message>
        <source>applied, file missing</source>
        <translation>angewendet, Datei fehlt</translation>
    </message>
    <message>
        <source>state unknown</source>
        <translation>Zustand unbekannt</translation>
    </message>
    <message>
        <source>no transaction</source>
        <translation>keine Transaktion</translation>
    </message>
    <message>
        <source>irreversible</source>
        <translation>nicht umkehrbar</translation>
    </message>
    <message>
        <source>applied %1</source>
        <translation>angewendet: %1</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Migrations</source>
        <translation>Migrationen</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <extracomment>a month and its year, as the heading of a group: QDate&apos;s format</extracomment>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s), the worst an error</source>
        <translation>
            <numerusform>%n Befund, ein Fehler</numerusform>
            <numerusform>%n Befunde, der schwerste ein Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s), the worst a warning</source>
        <translation>
            <numerusform>%n Befund, eine Warnung</numerusform>
            <numerusform>%n Befunde, der schwerste eine Warnung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel</name>
    <message>
        <source>The command does not take “%1”.</source>
        <translation>Der Befehl nimmt „%1“ nicht an.</translation>
    </message>
    <message>
        <source>“whimbrel help %1” lists what is possible.</source>
        <translation>„whimbrel help %1“ listet auf, was möglich ist.</translation>
    </message>
    <message>
        <source>“%1” lists what is possible.</source>
        <translation>„%1“ listet auf, was möglich ist.</translation>
    </message>
    <message>
        <source>The flag “%1” belongs to a command, and none was given.</source>
        <translation>Die Option „%1“ gehört zu einem Befehl, und keiner wurde angegeben.</translation>
    </message>
    <message>
        <source>the project (default: here, or the nearest folder above that has one)</source>
        <translation>das Projekt (Vorgabe: hier oder der nächste Ordner darüber, der eines hat)</translation>
    </message>
    <message>
        <source>the environment of whimbrel.toml</source>
        <translation>die Umgebung aus whimbrel.toml</translation>
    </message>
    <message>
        <source>the database itself: sqlite:PATH, postgresql://…, mysql://…, mariadb://…</source>
        <translation>die Datenbank selbst: sqlite:PATH, postgresql://…, mysql://…, mariadb://…</translation>
    </message>
    <message>
        <source>the tool whose project this is, instead of detecting it</source>
        <translation>das Werkzeug, dessen Projekt dies ist, statt es zu erkennen</translation>
    </message>
    <message>
        <source>print JSON for programs</source>
        <translation>JSON für Programme ausgeben</translation>
    </message>
    <message>
        <source>print results and errors only</source>
        <translation>nur Ergebnisse und Fehler ausgeben</translation>
    </message>
    <message>
        <source>print without colours</source>
        <translation>ohne Farben ausgeben</translation>
    </message>
    <message>
        <source>stands for typing the name of a protected environment</source>
        <translation>ersetzt das Eintippen des Namens einer geschützten Umgebung</translation>
    </message>
    <message>
        <source>explain the command</source>
        <translation>den Befehl erklären</translation>
    </message>
    <message>
        <source>print the version</source>
        <translation>die Version ausgeben</translation>
    </message>
    <message>
        <source>Usage: whimbrel [DIR]              open the window
       whimbrel COMMAND [FLAGS]    work without a window
</source>
        <translation>Aufruf: whimbrel [DIR]              das Fenster öffnen
        whimbrel COMMAND [FLAGS]    ohne Fenster arbeiten
</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Befehle:</translation>
    </message>
    <message>
        <source>Flags of every command:</source>
        <translation>Optionen jedes Befehls:</translation>
    </message>
    <message>
        <source>“whimbrel help COMMAND” explains one command.</source>
        <translation>„whimbrel help COMMAND“ erklärt einen Befehl.</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Aufruf: %1</translation>
    </message>
    <message>
        <source>Flags:</source>
        <translation>Optionen:</translation>
    </message>
    <message>
        <source>There is no command and no folder “%1”.</source>
        <translation>Es gibt weder einen Befehl noch einen Ordner „%1“.</translation>
    </message>
    <message>
        <source>Did you mean “whimbrel %1”?</source>
        <translation>War „whimbrel %1“ gemeint?</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>Es gibt keinen Befehl „%1“.</translation>
    </message>
    <message>
        <source>explain a command</source>
        <translation>einen Befehl erklären</translation>
    </message>
    <message>
        <source>The window cannot be opened: its library does not load.</source>
        <translation>Das Fenster lässt sich nicht öffnen: Seine Bibliothek wird nicht geladen.</translation>
    </message>
    <message>
        <source>The command line works without it; “whimbrel help” lists the commands.</source>
        <translation>Die Befehlszeile funktioniert ohne sie; „whimbrel help“ listet die Befehle auf.</translation>
    </message>
    <message>
        <source>“%1” is not a duration.</source>
        <translation>„%1“ ist keine Dauer.</translation>
    </message>
    <message>
        <source>Write a number with ms, s, min or h, such as &quot;100ms&quot; or &quot;5min&quot;, or &quot;0&quot;.</source>
        <translation>Eine Zahl mit ms, s, min oder h schreiben, etwa &quot;100ms&quot; oder &quot;5min&quot;, oder &quot;0&quot;.</translation>
    </message>
    <message>
        <source>The environment is not written as a section of its own.</source>
        <translation>Die Umgebung steht nicht als eigener Abschnitt in der Datei.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Write it as [environment.NAME] with a line for each key, or change it by hand.</source>
        <translation>Sie als [environment.NAME] mit einer Zeile je Schlüssel schreiben oder von Hand ändern.</translation>
    </message>
    <message>
        <source>The database&apos;s address holds a password, which is not written into whimbrel.toml.</source>
        <translation>Die Adresse der Datenbank enthält ein Passwort, das nicht in whimbrel.toml geschrieben wird.</translation>
    </message>
    <message>
        <source>Leave it out of the address: it is kept in the keychain, in PGPASSWORD or MYSQL_PWD, or in the database&apos;s own password file.</source>
        <translation>Es in der Adresse weglassen: Es liegt im Schlüsselbund, in PGPASSWORD oder MYSQL_PWD oder in der Passwortdatei der Datenbank.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>Nothing was changed; check the folder and the disk.</source>
        <translation>Nichts wurde geändert; Ordner und Datenträger prüfen.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>Make it readable for you, or restore it.</source>
        <translation>Für sich lesbar machen oder wiederherstellen.</translation>
    </message>
    <message>
        <source>%1 cannot be read to its end: %2.</source>
        <translation>%1 lässt sich nicht bis zum Ende lesen: %2.</translation>
    </message>
    <message>
        <source>Check the disk.</source>
        <translation>Den Datenträger prüfen.</translation>
    </message>
    <message>
        <source>SQL files with “-- migrate:up” and “-- migrate:down” sections in db/migrations; the table schema_migrations keeps the versions.</source>
        <translation>SQL-Dateien mit den Abschnitten „-- migrate:up“ und „-- migrate:down“ in db/migrations; die Tabelle schema_migrations bewahrt die Versionen auf.</translation>
    </message>
    <message>
        <source>dbmate: .sql files with a “-- migrate:up” line, in db/migrations or where DBMATE_MIGRATIONS_DIR says.</source>
        <translation>dbmate: .sql-Dateien mit einer Zeile „-- migrate:up“, in db/migrations oder wo DBMATE_MIGRATIONS_DIR es angibt.</translation>
    </message>
    <message>
        <source>The file is a symbolic link out of the project, to %1; it is not read.</source>
        <translation>Die Datei ist ein symbolischer Link aus dem Projekt hinaus, auf %1; sie wird nicht gelesen.</translation>
    </message>
    <message>
        <source>Put the file itself here if it is to be trusted.</source>
        <translation>Die Datei selbst hier ablegen, wenn ihr zu trauen ist.</translation>
    </message>
    <message>
        <source>The file begins with a byte order mark. Whimbrel leaves it out; dbmate may refuse the file because of it.</source>
        <translation>Die Datei beginnt mit einer Byte-Reihenfolge-Markierung (BOM). Whimbrel lässt sie weg; dbmate weist die Datei ihretwegen womöglich zurück.</translation>
    </message>
    <message>
        <source>A new migration needs a description.</source>
        <translation>Eine neue Migration braucht eine Beschreibung.</translation>
    </message>
    <message>
        <source>Say in a few words what it does, such as “add user status”.</source>
        <translation>In wenigen Worten sagen, was sie tut, etwa „add user status“.</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be created.</source>
        <translation>Der Ordner „%1“ lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>Check the permissions of the project&apos;s folder.</source>
        <translation>Die Rechte am Ordner des Projekts prüfen.</translation>
    </message>
    <message>
        <source>Check the folder and the disk.</source>
        <translation>Ordner und Datenträger prüfen.</translation>
    </message>
    <message>
        <source>dbmate sends this section as one string, which PostgreSQL runs as one transaction: there it would fail. Give the statement that must not run in a transaction a migration of its own if dbmate is to run it too.</source>
        <translation>dbmate sendet diesen Abschnitt als eine Zeichenkette, die PostgreSQL als eine Transaktion ausführt: Dort schlüge er fehl. Der Anweisung, die nicht in einer Transaktion laufen darf, eine eigene Migration geben, wenn auch dbmate sie ausführen soll.</translation>
    </message>
    <message>
        <source>dbmate sends this section as one string, which PostgreSQL runs as one transaction: a failure would undo all of it. Whimbrel runs it statement by statement: what was done before a failure stays.</source>
        <translation>dbmate sendet diesen Abschnitt als eine Zeichenkette, die PostgreSQL als eine Transaktion ausführt: Ein Fehler machte alles davon rückgängig. Whimbrel führt ihn Anweisung für Anweisung aus: Was vor einem Fehler getan wurde, bleibt.</translation>
    </message>
    <message>
        <source>dbmate cannot run COPY … FROM STDIN with its data; Whimbrel can.</source>
        <translation>dbmate kann COPY … FROM STDIN mit seinen Daten nicht ausführen; Whimbrel kann es.</translation>
    </message>
    <message>
        <source>The migrations folder “%1” does not exist.</source>
        <translation>Den Migrationsordner „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>Create it, or name the right one: “migrations” in whimbrel.toml or DBMATE_MIGRATIONS_DIR.</source>
        <translation>Ihn anlegen oder den richtigen nennen: „migrations“ in whimbrel.toml oder DBMATE_MIGRATIONS_DIR.</translation>
    </message>
    <message>
        <source>The migrations folder “%1” is a symbolic link out of the project, to %2; it is not read.</source>
        <translation>Der Migrationsordner „%1“ ist ein symbolischer Link aus dem Projekt hinaus, auf %2; er wird nicht gelesen.</translation>
    </message>
    <message>
        <source>Name the real folder in whimbrel.toml if its files are to be trusted.</source>
        <translation>Den wirklichen Ordner in whimbrel.toml nennen, wenn seinen Dateien zu trauen ist.</translation>
    </message>
    <message>
        <source>The migrations folder “%1” cannot be read: %2.</source>
        <translation>Der Migrationsordner „%1“ lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>Make it readable for you.</source>
        <translation>Für sich lesbar machen.</translation>
    </message>
    <message>
        <source>“%1” is named like a migration and is a folder.</source>
        <translation>„%1“ heißt wie eine Migration und ist ein Ordner.</translation>
    </message>
    <message>
        <source>Rename or remove it.</source>
        <translation>Umbenennen oder entfernen.</translation>
    </message>
    <message>
        <source>“%1” is a symbolic link out of the project, to %2; it is not read.</source>
        <translation>„%1“ ist ein symbolischer Link aus dem Projekt hinaus, auf %2; er wird nicht gelesen.</translation>
    </message>
    <message>
        <source>“%1” is not named like a migration, so dbmate ignores it.</source>
        <translation>„%1“ heißt nicht wie eine Migration, daher übergeht dbmate die Datei.</translation>
    </message>
    <message>
        <source>Its ending has to be “.sql” in lower case.</source>
        <translation>Die Endung muss „.sql“ in Kleinbuchstaben sein.</translation>
    </message>
    <message>
        <source>A migration&apos;s name begins with its version, such as 20240131120000_add_users.sql.</source>
        <translation>Der Name einer Migration beginnt mit ihrer Version, etwa 20240131120000_add_users.sql.</translation>
    </message>
    <message>
        <source>Several files have the version %1: %2.</source>
        <translation>Mehrere Dateien haben die Version %1: %2.</translation>
    </message>
    <message>
        <source>The history holds a version once, so only one of them can be applied: rename the others.</source>
        <translation>Der Verlauf führt jede Version einmal, daher lässt sich nur eine davon anwenden: die anderen umbenennen.</translation>
    </message>
    <message>
        <source>The table %1 of this database belongs to %2, as its columns show. Nothing was changed.</source>
        <translation>Die Tabelle %1 dieser Datenbank gehört zu %2, wie ihre Spalten zeigen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Connect to the right database, or give dbmate a table of its own: “history-table” in whimbrel.toml, or DBMATE_MIGRATIONS_TABLE.</source>
        <translation>Mit der richtigen Datenbank verbinden oder dbmate eine eigene Tabelle geben: „history-table“ in whimbrel.toml oder DBMATE_MIGRATIONS_TABLE.</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>einem anderen Programm</translation>
    </message>
    <message>
        <source>Line %1 looks like a marker: it has to begin at the start of its line.</source>
        <translation>Zeile %1 sieht wie eine Markierung aus: Diese muss am Anfang ihrer Zeile beginnen.</translation>
    </message>
    <message>
        <source>Put “-- migrate:up” above the statements to apply and “-- migrate:down” above those that undo them, each on a line of its own, in lower case.</source>
        <translation>„-- migrate:up“ über die anzuwendenden Anweisungen setzen und „-- migrate:down“ über jene, die sie rückgängig machen, jeweils in einer eigenen Zeile und in Kleinbuchstaben.</translation>
    </message>
    <message>
        <source>The file has no “-- migrate:up” line.</source>
        <translation>Die Datei hat keine Zeile „-- migrate:up“.</translation>
    </message>
    <message>
        <source>Something other than a comment stands before the first “-- migrate:up” line.</source>
        <translation>Vor der ersten Zeile „-- migrate:up“ steht etwas anderes als ein Kommentar.</translation>
    </message>
    <message>
        <source>Move it below the marker; dbmate refuses the file otherwise.</source>
        <translation>Unter die Markierung verschieben; dbmate weist die Datei sonst zurück.</translation>
    </message>
    <message>
        <source>This “-- migrate:down” has no “-- migrate:up” before it.</source>
        <translation>Vor diesem „-- migrate:down“ steht kein „-- migrate:up“.</translation>
    </message>
    <message>
        <source>Each pair of sections begins with “-- migrate:up”; dbmate refuses the file otherwise.</source>
        <translation>Jedes Paar von Abschnitten beginnt mit „-- migrate:up“; dbmate weist die Datei sonst zurück.</translation>
    </message>
    <message>
        <source>No “-- migrate:down” follows this “-- migrate:up”.</source>
        <translation>Auf dieses „-- migrate:up“ folgt kein „-- migrate:down“.</translation>
    </message>
    <message>
        <source>Add a line “-- migrate:down” at the end; the section may stay empty. dbmate refuses the file otherwise.</source>
        <translation>Am Ende eine Zeile „-- migrate:down“ hinzufügen; der Abschnitt darf leer bleiben. dbmate weist die Datei sonst zurück.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>Write a “-- migrate:up” and a “-- migrate:down” section into it, or remove it.</source>
        <translation>Einen Abschnitt „-- migrate:up“ und einen Abschnitt „-- migrate:down“ hineinschreiben oder sie entfernen.</translation>
    </message>
    <message>
        <source>The text holds a NUL character; SQL text never does.</source>
        <translation>Der Text enthält ein NUL-Zeichen; SQL-Text tut das nie.</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>Entfernen.</translation>
    </message>
    <message>
        <source>The file has several pairs of sections. dbmate applies the first and then fails, because it records the version once for each; Whimbrel runs them all and records it once.</source>
        <translation>Die Datei hat mehrere Paare von Abschnitten. dbmate wendet das erste an und schlägt dann fehl, weil es die Version für jedes einmal einträgt; Whimbrel führt alle aus und trägt sie einmal ein.</translation>
    </message>
    <message>
        <source>The format “%1” is not known.</source>
        <translation>Das Format „%1“ ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Known are: %1.</source>
        <translation>Bekannt sind: %1.</translation>
    </message>
    <message>
        <source>This looks like a %1 project (%2); Whimbrel reads %3 so far.</source>
        <translation>Das sieht nach einem %1-Projekt aus (%2); Whimbrel liest bisher %3.</translation>
    </message>
    <message>
        <source>Open a project of a format that Whimbrel reads, or name its format with “format” in whimbrel.toml or --format.</source>
        <translation>Ein Projekt in einem Format öffnen, das Whimbrel liest, oder sein Format mit „format“ in whimbrel.toml oder --format nennen.</translation>
    </message>
    <message>
        <source>There is no migration project in %1 or above it.</source>
        <translation>In %1 und darüber gibt es kein Migrationsprojekt.</translation>
    </message>
    <message>
        <source>Looked for:</source>
        <translation>Gesucht wurde nach:</translation>
    </message>
    <message>
        <source>Go to the project&apos;s folder or name it with --project; a new project begins with a whimbrel.toml and a folder db/migrations.</source>
        <translation>In den Ordner des Projekts wechseln oder es mit --project nennen; ein neues Projekt beginnt mit einer whimbrel.toml und einem Ordner db/migrations.</translation>
    </message>
    <message>
        <source>The migrations in %1 are of several formats: %2.</source>
        <translation>Die Migrationen in %1 haben mehrere Formate: %2.</translation>
    </message>
    <message>
        <source>Say which one to read with “format” in whimbrel.toml or --format, or move the others&apos; files away.</source>
        <translation>Mit „format“ in whimbrel.toml oder --format sagen, welches zu lesen ist, oder die Dateien der anderen verschieben.</translation>
    </message>
    <message>
        <source>whimbrel.toml names no format, and its folders hold no migrations to know one by.</source>
        <translation>whimbrel.toml nennt kein Format, und ihre Ordner enthalten keine Migrationen, an denen es zu erkennen wäre.</translation>
    </message>
    <message>
        <source>Add a line such as format = &quot;dbmate&quot;; known are: %1.</source>
        <translation>Eine Zeile wie format = &quot;dbmate&quot; hinzufügen; bekannt sind: %1.</translation>
    </message>
    <message>
        <source>The folder %1 does not exist or cannot be entered.</source>
        <translation>Den Ordner %1 gibt es nicht, oder er lässt sich nicht betreten.</translation>
    </message>
    <message>
        <source>Check the name and its permissions.</source>
        <translation>Den Namen und seine Rechte prüfen.</translation>
    </message>
    <message>
        <source>%1 holds a project already.</source>
        <translation>%1 enthält schon ein Projekt.</translation>
    </message>
    <message>
        <source>Open it, or choose another folder.</source>
        <translation>Es öffnen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written.</source>
        <translation>In den Ordner %1 lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>Seine Rechte prüfen.</translation>
    </message>
    <message>
        <source>“%1” is not a colour.</source>
        <translation>„%1“ ist keine Farbe.</translation>
    </message>
    <message>
        <source>Write a name such as &quot;red&quot;, or &quot;#rrggbb&quot;.</source>
        <translation>Einen Namen wie &quot;red&quot; schreiben, oder &quot;#rrggbb&quot;.</translation>
    </message>
    <message>
        <source>The environment “%1” names no database.</source>
        <translation>Die Umgebung „%1“ nennt keine Datenbank.</translation>
    </message>
    <message>
        <source>Add a line such as url = &quot;postgresql://user@host/database&quot;.</source>
        <translation>Eine Zeile wie url = &quot;postgresql://user@host/database&quot; hinzufügen.</translation>
    </message>
    <message>
        <source>The address of the environment “%1” holds a password.</source>
        <translation>Die Adresse der Umgebung „%1“ enthält ein Passwort.</translation>
    </message>
    <message>
        <source>This file is meant to be shared: take the password out of it, and keep it in the keychain, in PGPASSWORD or MYSQL_PWD, or in the database&apos;s own password file.</source>
        <translation>Diese Datei ist zum Teilen gedacht: das Passwort herausnehmen und es im Schlüsselbund, in PGPASSWORD oder MYSQL_PWD oder in der Passwortdatei der Datenbank aufbewahren.</translation>
    </message>
    <message>
        <source>“%1” is not a choice for the journal.</source>
        <translation>„%1“ steht für das Journal nicht zur Wahl.</translation>
    </message>
    <message>
        <source>Write &quot;on&quot; or &quot;off&quot;.</source>
        <translation>&quot;on&quot; oder &quot;off&quot; schreiben.</translation>
    </message>
    <message>
        <source>There is no environment “%1”.</source>
        <translation>Es gibt keine Umgebung „%1“.</translation>
    </message>
    <message>
        <source>Add a section [environment.%1], or name one that is there.</source>
        <translation>Einen Abschnitt [environment.%1] hinzufügen oder eine nennen, die es gibt.</translation>
    </message>
    <message>
        <source>whimbrel.toml cannot be read: %1.</source>
        <translation>whimbrel.toml lässt sich nicht lesen: %1.</translation>
    </message>
    <message>
        <source>Make it readable for you, or work in another folder.</source>
        <translation>Für sich lesbar machen oder in einem anderen Ordner arbeiten.</translation>
    </message>
    <message>
        <source>The sample’s file %1 cannot be written.</source>
        <translation>Die Datei %1 des Beispiels lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Free some space, or see who may write there, and try again.</source>
        <translation>Platz schaffen oder nachsehen, wer dort schreiben darf, und erneut versuchen.</translation>
    </message>
    <message>
        <source>The folder for the sample cannot be made: %1</source>
        <translation>Der Ordner für das Beispiel lässt sich nicht anlegen: %1</translation>
    </message>
    <message>
        <source>See who may write to %1.</source>
        <translation>Nachsehen, wer in %1 schreiben darf.</translation>
    </message>
    <message>
        <source>The sample cannot be put into %1.</source>
        <translation>Das Beispiel lässt sich nicht in %1 ablegen.</translation>
    </message>
    <message>
        <source>See whether something else is there, and who may write to it.</source>
        <translation>Nachsehen, ob dort etwas anderes liegt und wer dorthin schreiben darf.</translation>
    </message>
    <message>
        <source>The folder %1 is there, but it holds no sample.</source>
        <translation>Den Ordner %1 gibt es, aber er enthält kein Beispiel.</translation>
    </message>
    <message>
        <source>Reset the sample to make it anew, or move the folder away.</source>
        <translation>Das Beispiel zurücksetzen, um es neu anzulegen, oder den Ordner verschieben.</translation>
    </message>
    <message>
        <source>The old sample in %1 cannot be moved away.</source>
        <translation>Das alte Beispiel in %1 lässt sich nicht wegschieben.</translation>
    </message>
    <message>
        <source>Close what has its files open, and try again.</source>
        <translation>Schließen, was seine Dateien offen hat, und erneut versuchen.</translation>
    </message>
    <message>
        <source>whimbrel.toml names no environments; give a database with --database.</source>
        <translation>whimbrel.toml nennt keine Umgebungen; eine Datenbank mit --database angeben.</translation>
    </message>
    <message>
        <source>Choose one of %1 with --environment, or set default-environment in whimbrel.toml.</source>
        <translation>Eine von %1 mit --environment wählen oder default-environment in whimbrel.toml setzen.</translation>
    </message>
    <message>
        <source>The address was given by %1.</source>
        <translation>Die Adresse stammt aus %1.</translation>
    </message>
    <message>
        <source>This is the address of the environment “%1”.</source>
        <translation>Dies ist die Adresse der Umgebung „%1“.</translation>
    </message>
    <message>
        <source>whimbrel.toml names several environments and no default.</source>
        <translation>whimbrel.toml nennt mehrere Umgebungen und keine Vorgabe.</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>Dies ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>Rename or remove the folder: a migration is a file.</source>
        <translation>Den Ordner umbenennen oder entfernen: Eine Migration ist eine Datei.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>Die Datei lässt sich nicht lesen: %1.</translation>
    </message>
    <message>
        <source>The file cannot be read to its end: %1.</source>
        <translation>Die Datei lässt sich nicht bis zum Ende lesen: %1.</translation>
    </message>
    <message>
        <source>Check the disk, or restore the file.</source>
        <translation>Den Datenträger prüfen oder die Datei wiederherstellen.</translation>
    </message>
    <message>
        <source>The file holds a NUL byte at offset %1; SQL text never does.</source>
        <translation>Die Datei enthält ein NUL-Byte an Position %1; SQL-Text tut das nie.</translation>
    </message>
    <message>
        <source>It may be UTF-16 or not a text at all: save it as UTF-8.</source>
        <translation>Sie ist vielleicht UTF-16 oder gar kein Text: als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>The file is not UTF-8: byte 0x%1 at offset %2.</source>
        <translation>Die Datei ist kein UTF-8: Byte 0x%1 an Position %2.</translation>
    </message>
    <message>
        <source>It may be Latin-1: convert it, for example with “iconv -f LATIN1 -t UTF-8”.</source>
        <translation>Sie ist vielleicht Latin-1: umwandeln, zum Beispiel mit „iconv -f LATIN1 -t UTF-8“.</translation>
    </message>
    <message>
        <source>This is not valid TOML: %1.</source>
        <translation>Das ist kein gültiges TOML: %1.</translation>
    </message>
    <message>
        <source>Texts stand in double quotes, a section begins with [name], and no key may be there twice.</source>
        <translation>Texte stehen in doppelten Anführungszeichen, ein Abschnitt beginnt mit [name], und kein Schlüssel darf zweimal vorkommen.</translation>
    </message>
    <message>
        <source>Write a text in double quotes.</source>
        <translation>Einen Text in doppelten Anführungszeichen schreiben.</translation>
    </message>
    <message>
        <source>Write true or false, without quotes.</source>
        <translation>true oder false ohne Anführungszeichen schreiben.</translation>
    </message>
    <message>
        <source>Write a list of texts, such as [&quot;db/migrations&quot;].</source>
        <translation>Eine Liste von Texten schreiben, etwa [&quot;db/migrations&quot;].</translation>
    </message>
    <message>
        <source>Write a section that begins with [%1].</source>
        <translation>Einen Abschnitt schreiben, der mit [%1] beginnt.</translation>
    </message>
    <message>
        <source>The key “%1” is not known here.</source>
        <translation>Der Schlüssel „%1“ ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>The value of “%1” has the wrong type.</source>
        <translation>Der Wert von „%1“ hat den falschen Typ.</translation>
    </message>
    <message>
        <source>statement by statement, without a transaction</source>
        <translation>Anweisung für Anweisung, ohne Transaktion</translation>
    </message>
    <message>
        <source>definitions commit by themselves</source>
        <translation>Definitionen lösen selbst ein COMMIT aus</translation>
    </message>
    <message>
        <source>in the run&apos;s transaction</source>
        <translation>in der Transaktion des Laufs</translation>
    </message>
    <message>
        <source>in one transaction</source>
        <translation>in einer Transaktion</translation>
    </message>
    <message numerus="yes">
        <source>%n migration(s) to apply on %1</source>
        <translation>
            <numerusform>%n Migration anzuwenden auf %1</numerusform>
            <numerusform>%n Migrationen anzuwenden auf %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n migration(s) to roll back on %1</source>
        <translation>
            <numerusform>%n Migration zurückzurollen auf %1</numerusform>
            <numerusform>%n Migrationen zurückzurollen auf %1</numerusform>
        </translation>
    </message>
    <message>
        <source>One migration to roll back and apply again on %1</source>
        <translation>Eine Migration zurückzurollen und erneut anzuwenden auf %1</translation>
    </message>
    <message>
        <source>(done) </source>
        <translation>(erledigt) </translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Anmerkung: %1</translation>
    </message>
    <message>
        <source>Nothing to do on %1.</source>
        <translation>Auf %1 ist nichts zu tun.</translation>
    </message>
    <message>
        <source>It would be refused:</source>
        <translation>Es würde abgelehnt:</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: not connected to a database</source>
        <translation>%1: mit keiner Datenbank verbunden</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1: %2, %3, %4</source>
        <translation>%1: %2, %3, %4</translation>
    </message>
    <message>
        <source>%1 of %2 statements took effect</source>
        <translation>%1 von %2 Anweisungen wurden wirksam</translation>
    </message>
    <message>
        <source>the file was changed after it was applied</source>
        <translation>die Datei wurde nach der Anwendung geändert</translation>
    </message>
    <message>
        <source>There are no migrations yet.</source>
        <translation>Es gibt noch keine Migrationen.</translation>
    </message>
    <message>
        <source>Applied: %1, pending: %2, problems: %3</source>
        <translation>Angewendet: %1, ausstehend: %2, Probleme: %3</translation>
    </message>
    <message>
        <source>Migrations: %1</source>
        <translation>Migrationen: %1</translation>
    </message>
    <message>
        <source>Error:</source>
        <translation>Fehler:</translation>
    </message>
    <message>
        <source>Warning:</source>
        <translation>Warnung:</translation>
    </message>
    <message>
        <source>The connection was lost while the transaction was committed. A look at the history says: the commit had reached the server, the migration is complete.</source>
        <translation>Die Verbindung ging verloren, während die Transaktion abgeschlossen wurde. Ein Blick in den Verlauf zeigt: Das COMMIT hatte den Server erreicht, die Migration ist vollständig.</translation>
    </message>
    <message>
        <source>The connection was lost while the transaction was committed. A look at the history says: the server rolled it back, nothing of the migration is in the database.</source>
        <translation>Die Verbindung ging verloren, während die Transaktion abgeschlossen wurde. Ein Blick in den Verlauf zeigt: Der Server hat sie zurückgerollt, nichts von der Migration ist in der Datenbank.</translation>
    </message>
    <message>
        <source>The connection was lost while the transaction was committed, and the database cannot be asked yet whether it was. The history will say: it is written in the same transaction.</source>
        <translation>Die Verbindung ging verloren, während die Transaktion abgeschlossen wurde, und die Datenbank lässt sich noch nicht befragen, ob es gelang. Der Verlauf wird es zeigen: Er wird in derselben Transaktion geschrieben.</translation>
    </message>
    <message>
        <source>The run was one transaction and was rolled back: nothing of it is in the database.</source>
        <translation>Der Lauf war eine einzige Transaktion und wurde zurückgerollt: Nichts davon ist in der Datenbank.</translation>
    </message>
    <message numerus="yes">
        <source>The first %n statement(s) took effect and stay; the history was not written.</source>
        <translation>
            <numerusform>Vom Anfang wurde %n Anweisung wirksam und bleibt es; der Verlauf wurde nicht geschrieben.</numerusform>
            <numerusform>Vom Anfang wurden %n Anweisungen wirksam und bleiben es; der Verlauf wurde nicht geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server rolls the migration&apos;s transaction back: nothing of it stays in the database, and the history does not list it as done.</source>
        <translation>Der Server rollt die Transaktion der Migration zurück: Nichts davon bleibt in der Datenbank, und der Verlauf führt sie nicht als erledigt.</translation>
    </message>
    <message>
        <source>The migration&apos;s transaction was rolled back: nothing of it is in the database.</source>
        <translation>Die Transaktion der Migration wurde zurückgerollt: Nichts davon ist in der Datenbank.</translation>
    </message>
    <message numerus="yes">
        <source>The first %n statement(s) took effect and stay; the one in flight may have, too. The history was not written.</source>
        <translation>
            <numerusform>Vom Anfang wurde %n Anweisung wirksam und bleibt es; die gerade laufende wurde es vielleicht auch. Der Verlauf wurde nicht geschrieben.</numerusform>
            <numerusform>Vom Anfang wurden %n Anweisungen wirksam und bleiben es; die gerade laufende wurde es vielleicht auch. Der Verlauf wurde nicht geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>None of its statements took effect.</source>
        <translation>Keine ihrer Anweisungen wurde wirksam.</translation>
    </message>
    <message numerus="yes">
        <source>Its first %n statement(s) took effect and stay; the history was not written.</source>
        <translation>
            <numerusform>Von ihrem Anfang wurde %n Anweisung wirksam und bleibt es; der Verlauf wurde nicht geschrieben.</numerusform>
            <numerusform>Von ihrem Anfang wurden %n Anweisungen wirksam und bleiben es; der Verlauf wurde nicht geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Run again for what is left.</source>
        <translation>Für das, was noch fehlt, erneut ausführen.</translation>
    </message>
    <message>
        <source>Run again when the server can be reached.</source>
        <translation>Erneut ausführen, wenn der Server erreichbar ist.</translation>
    </message>
    <message>
        <source>Run again to go on: the statements that took effect are skipped.</source>
        <translation>Zum Fortsetzen erneut ausführen: Die Anweisungen, die wirksam wurden, werden ausgelassen.</translation>
    </message>
    <message>
        <source>Someone else holds a lock that is needed. Run again later, or end the other session (“whimbrel locks” shows it).</source>
        <translation>Jemand anderes hält eine Sperre, die gebraucht wird. Später erneut ausführen oder die andere Sitzung beenden („whimbrel locks“ zeigt sie).</translation>
    </message>
    <message>
        <source>Correct the migration and run again.</source>
        <translation>Die Migration berichtigen und erneut ausführen.</translation>
    </message>
    <message>
        <source>Correct statement %1 or what follows and run again: the statements that took effect are skipped.</source>
        <translation>Anweisung %1 oder was danach kommt berichtigen und erneut ausführen: Die Anweisungen, die wirksam wurden, werden ausgelassen.</translation>
    </message>
    <message>
        <source>There is no journal to resume from: undo what took effect, or take it out of the file, before you run again.</source>
        <translation>Es gibt kein Journal, mit dem sich fortsetzen ließe: vor dem nächsten Ausführen rückgängig machen, was wirksam wurde, oder es aus der Datei nehmen.</translation>
    </message>
    <message>
        <source>Stopped: statement %1 (“%2”) was cancelled.</source>
        <translation>Angehalten: Anweisung %1 („%2“) wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>In statement %1: %2</source>
        <translation>In Anweisung %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n migration(s) of this run were completed before and stay.</source>
        <translation>
            <numerusform>%n Migration dieses Laufs war vorher fertig und bleibt.</numerusform>
            <numerusform>%n Migrationen dieses Laufs waren vorher fertig und bleiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The role may not write the table whimbrel.journal.</source>
        <translation>Die Rolle darf die Tabelle whimbrel.journal nicht schreiben.</translation>
    </message>
    <message>
        <source>another session</source>
        <translation>eine andere Sitzung</translation>
    </message>
    <message>
        <source>Another run is in progress on this database: %1.</source>
        <translation>Auf dieser Datenbank ist schon ein Lauf im Gange: %1.</translation>
    </message>
    <message>
        <source>Nothing was changed. Wait until it has ended, or look at it with “whimbrel locks”.</source>
        <translation>Nichts wurde geändert. Warten, bis er beendet ist, oder ihn mit „whimbrel locks“ ansehen.</translation>
    </message>
    <message>
        <source>%1 from %2, %3, process %4, connected since %5 UTC</source>
        <translation>%1 von %2, %3, Prozess %4, verbunden seit %5 UTC</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>diesem Rechner</translation>
    </message>
    <message>
        <source>%1 from %2, connection %3</source>
        <translation>%1 von %2, Verbindung %3</translation>
    </message>
    <message>
        <source>connection %1</source>
        <translation>Verbindung %1</translation>
    </message>
    <message>
        <source>The run&apos;s log “%1” cannot be written: %2</source>
        <translation>Das Protokoll „%1“ des Laufs lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>The environment “%1” is read-only.</source>
        <translation>Die Umgebung „%1“ ist nur zum Lesen.</translation>
    </message>
    <message>
        <source>Nothing was changed. “read-only = false” in whimbrel.toml allows changes.</source>
        <translation>Nichts wurde geändert. „read-only = false“ in whimbrel.toml erlaubt Änderungen.</translation>
    </message>
    <message>
        <source>The history has changed since the run was planned: %1.</source>
        <translation>Der Verlauf hat sich geändert, seit der Lauf geplant wurde: %1.</translation>
    </message>
    <message>
        <source>Nothing was changed. Look at the plan again.</source>
        <translation>Nichts wurde geändert. Den Plan erneut ansehen.</translation>
    </message>
    <message>
        <source>“%1” cannot run inside a transaction.</source>
        <translation>„%1“ kann nicht innerhalb einer Transaktion laufen.</translation>
    </message>
    <message>
        <source>Put it into a migration of its own and add transaction:false to the marker of its section.</source>
        <translation>In eine eigene Migration verschieben und der Markierung ihres Abschnitts transaction:false hinzufügen.</translation>
    </message>
    <message>
        <source>“%1” would end the transaction in which the migration runs and is recorded.</source>
        <translation>„%1“ würde die Transaktion beenden, in der die Migration läuft und eingetragen wird.</translation>
    </message>
    <message>
        <source>Remove it: the migration has a transaction already. Or add transaction:false to the marker of its section, and the script rules its transactions itself.</source>
        <translation>Entfernen: Die Migration hat schon eine Transaktion. Oder der Markierung ihres Abschnitts transaction:false hinzufügen; dann regelt das Skript seine Transaktionen selbst.</translation>
    </message>
    <message>
        <source>“%1” is a command of the database&apos;s own client; no server knows it.</source>
        <translation>„%1“ ist ein Befehl des Datenbank-Clients; kein Server kennt ihn.</translation>
    </message>
    <message>
        <source>Write it as SQL, or remove it.</source>
        <translation>Als SQL schreiben oder entfernen.</translation>
    </message>
    <message>
        <source>“%1” writes to the client, and a migration has nobody to read it.</source>
        <translation>„%1“ schreibt an den Client, und bei einer Migration gibt es niemanden, der es liest.</translation>
    </message>
    <message>
        <source>Remove it, or copy to a file on the server.</source>
        <translation>Entfernen oder in eine Datei auf dem Server schreiben.</translation>
    </message>
    <message>
        <source>Correct the file; a text that does not end is not run.</source>
        <translation>Die Datei berichtigen; ein Text, der nicht endet, wird nicht ausgeführt.</translation>
    </message>
    <message>
        <source>There is no statement in it: only the history changes.</source>
        <translation>Sie enthält keine Anweisung: Nur der Verlauf ändert sich.</translation>
    </message>
    <message>
        <source>Runs outside a transaction: every statement takes effect at once, and stays if a later one fails.</source>
        <translation>Läuft außerhalb einer Transaktion: Jede Anweisung wird sofort wirksam und bleibt es, wenn eine spätere fehlschlägt.</translation>
    </message>
    <message>
        <source>%1 commits its definitions (CREATE, ALTER, DROP and the like) by itself: if a later statement fails, they stay.</source>
        <translation>%1 führt bei Definitionen (CREATE, ALTER, DROP und dergleichen) selbst ein COMMIT aus: Schlägt eine spätere Anweisung fehl, bleiben sie.</translation>
    </message>
    <message>
        <source>PRAGMA foreign_keys (line %1) does nothing inside a transaction. With transaction:false in the marker it takes effect.</source>
        <translation>PRAGMA foreign_keys (Zeile %1) bewirkt innerhalb einer Transaktion nichts. Mit transaction:false in der Markierung wird es wirksam.</translation>
    </message>
    <message numerus="yes">
        <source>An attempt of %1 left its first %n statement(s) in effect, and the file no longer begins with them.</source>
        <translation>
            <numerusform>Ein Versuch vom %1 ließ vom Anfang %n Anweisung wirksam zurück, und die Datei beginnt nicht mehr damit.</numerusform>
            <numerusform>Ein Versuch vom %1 ließ vom Anfang %n Anweisungen wirksam zurück, und die Datei beginnt nicht mehr damit.</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring back these statements and change only what follows; or undo their effect by hand and delete the migration&apos;s row from Whimbrel&apos;s journal.</source>
        <translation>Diese Anweisungen zurückholen und nur ändern, was danach kommt; oder ihre Wirkung von Hand rückgängig machen und die Zeile der Migration aus dem Journal von Whimbrel löschen.</translation>
    </message>
    <message numerus="yes">
        <source>The first %n statement(s) took effect in an attempt of %1 and are not run again.</source>
        <translation>
            <numerusform>Vom Anfang wurde %n Anweisung in einem Versuch vom %1 wirksam und wird nicht noch einmal ausgeführt.</numerusform>
            <numerusform>Vom Anfang wurden %n Anweisungen in einem Versuch vom %1 wirksam und werden nicht noch einmal ausgeführt.</numerusform>
        </translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>Datei fehlt</translation>
    </message>
    <message>
        <source>modified</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>outdated</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>out of order</source>
        <translation>außer der Reihe</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>übergangen</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>Baseline</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>angewendet</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>ausstehend</translation>
    </message>
    <message>
        <source>git could not be asked for earlier versions: %1</source>
        <translation>git ließ sich nicht nach früheren Versionen fragen: %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>a duration</comment>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>standby: it accepts no changes</source>
        <translation>Standby: nimmt keine Änderungen an</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>Primärserver</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>nur zum Lesen</translation>
    </message>
    <message>
        <source>accepts changes</source>
        <translation>nimmt Änderungen an</translation>
    </message>
    <message>
        <source>local socket</source>
        <translation>lokaler Socket</translation>
    </message>
    <message>
        <source>No database is named.</source>
        <translation>Es ist keine Datenbank genannt.</translation>
    </message>
    <message>
        <source>Name one with “-d URL”, with DATABASE_URL, or as an environment in whimbrel.toml.</source>
        <translation>Eine mit „-d URL“, mit DATABASE_URL oder als Umgebung in whimbrel.toml nennen.</translation>
    </message>
    <message>
        <source>roll back migrations, newest first</source>
        <translation>Migrationen zurückrollen, die neueste zuerst</translation>
    </message>
    <message>
        <source>the migration tools whose projects can be opened</source>
        <translation>die Migrationswerkzeuge, deren Projekte sich öffnen lassen</translation>
    </message>
    <message numerus="yes">
        <source>%n migration(s) done on %1.</source>
        <translation>
            <numerusform>%n Migration auf %1 erledigt.</numerusform>
            <numerusform>%n Migrationen auf %1 erledigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The new migration needs a description.</source>
        <translation>Die neue Migration braucht eine Beschreibung.</translation>
    </message>
    <message>
        <source>For example: whimbrel new add user status</source>
        <translation>Zum Beispiel: whimbrel new add user status</translation>
    </message>
    <message>
        <source>Created %1</source>
        <translation>Angelegt: %1</translation>
    </message>
    <message>
        <source>A plan is one of up, down or redo, not “%1”.</source>
        <translation>Ein Plan ist up, down oder redo, nicht „%1“.</translation>
    </message>
    <message>
        <source>the next N, or the last N of a plan to go down</source>
        <translation>die nächsten N oder die letzten N bei einem Plan abwärts</translation>
    </message>
    <message>
        <source>up to this version, or down to it</source>
        <translation>aufwärts bis zu dieser Version oder abwärts bis zu ihr</translation>
    </message>
    <message>
        <source>roll back the last migration and apply it again</source>
        <translation>die letzte Migration zurückrollen und erneut anwenden</translation>
    </message>
    <message>
        <source>apply the pending migrations up to this version</source>
        <translation>die ausstehenden Migrationen bis zu dieser Version anwenden</translation>
    </message>
    <message>
        <source>apply the next N</source>
        <translation>die nächsten N anwenden</translation>
    </message>
    <message>
        <source>apply this one and nothing else</source>
        <translation>diese anwenden und sonst nichts</translation>
    </message>
    <message>
        <source>all of it in one transaction: everything or nothing</source>
        <translation>alles in einer Transaktion: ganz oder gar nicht</translation>
    </message>
    <message>
        <source>roll back the last N (default: 1)</source>
        <translation>die letzten N zurückrollen (Vorgabe: 1)</translation>
    </message>
    <message>
        <source>roll back what is newer than this version, which stays; 0 rolls back all</source>
        <translation>zurückrollen, was neuer als diese Version ist; sie selbst bleibt; 0 rollt alles zurück</translation>
    </message>
    <message>
        <source>The flags --to, --steps and --only exclude each other.</source>
        <translation>Die Optionen --to, --steps und --only schließen einander aus.</translation>
    </message>
    <message>
        <source>Give one of them.</source>
        <translation>Eine davon angeben.</translation>
    </message>
    <message>
        <source>The flag --only belongs to up.</source>
        <translation>Die Option --only gehört zu up.</translation>
    </message>
    <message>
        <source>A redo rolls back the last migration and applies it again; it takes no choice.</source>
        <translation>Ein redo rollt die letzte Migration zurück und wendet sie erneut an; eine Auswahl nimmt es nicht an.</translation>
    </message>
    <message>
        <source>“%1” is no number of steps.</source>
        <translation>„%1“ ist keine Anzahl von Schritten.</translation>
    </message>
    <message>
        <source>Give a number from 1.</source>
        <translation>Eine Zahl ab 1 angeben.</translation>
    </message>
    <message>
        <source>what is applied, what is pending, and what is wrong</source>
        <translation>was angewendet ist, was aussteht und was nicht stimmt</translation>
    </message>
    <message>
        <source>end with 1 if anything is pending or wrong</source>
        <translation>mit 1 enden, wenn etwas aussteht oder nicht stimmt</translation>
    </message>
    <message>
        <source>apply pending migrations</source>
        <translation>ausstehende Migrationen anwenden</translation>
    </message>
    <message>
        <source>There is no keychain.</source>
        <translation>Es gibt keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>The environment “%1” is protected, and nobody is here to type its name.</source>
        <translation>Die Umgebung „%1“ ist geschützt, und niemand ist hier, der ihren Namen eintippen könnte.</translation>
    </message>
    <message>
        <source>Nothing was changed. “--yes” stands for typing the name.</source>
        <translation>Nichts wurde geändert. „--yes“ ersetzt das Eintippen des Namens.</translation>
    </message>
    <message>
        <source>“%1” is protected. Type its name to go on: </source>
        <translation>„%1“ ist geschützt. Zum Fortfahren den Namen eintippen: </translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>Angehalten; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>That is not “%1”.</source>
        <translation>Das ist nicht „%1“.</translation>
    </message>
    <message>
        <source>The program %1 is not installed.</source>
        <translation>Das Programm %1 ist nicht installiert.</translation>
    </message>
    <message>
        <source>%1 could not be started: %2.</source>
        <translation>%1 ließ sich nicht starten: %2.</translation>
    </message>
    <message>
        <source>The dump was stopped.</source>
        <translation>Der Dump wurde angehalten.</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 ist fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>%1 was not rewritten and shows the schema before this run; “dbmate dump” writes it anew. %2</source>
        <translation>%1 wurde nicht neu geschrieben und zeigt das Schema vor diesem Lauf; „dbmate dump“ schreibt die Datei neu. %2</translation>
    </message>
    <message>
        <source>%1 could not be written and shows the schema before this run: %2.</source>
        <translation>%1 ließ sich nicht schreiben und zeigt das Schema vor diesem Lauf: %2.</translation>
    </message>
    <message>
        <source>There is no migration %1.</source>
        <translation>Es gibt keine Migration %1.</translation>
    </message>
    <message>
        <source>“whimbrel status” lists the versions.</source>
        <translation>„whimbrel status“ listet die Versionen auf.</translation>
    </message>
    <message>
        <source>--sample and --project name two projects.</source>
        <translation>--sample und --project nennen zwei Projekte.</translation>
    </message>
    <message>
        <source>Leave one of them out.</source>
        <translation>Eines davon weglassen.</translation>
    </message>
    <message>
        <source>the sample project, a copy in your data folder</source>
        <translation>das Beispielprojekt, eine Kopie im eigenen Datenordner</translation>
    </message>
    <message>
        <source>“%1” is named like a migration and is no file.</source>
        <translation>„%1“ heißt wie eine Migration und ist keine Datei.</translation>
    </message>
    <message>
        <source>The migrations folder %1 cannot be read.</source>
        <translation>Der Migrationsordner %1 lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The rollback did not take everything back: what the statements before changed may still be in the database.</source>
        <translation>Das Zurückrollen hat nicht alles zurückgenommen: Was die Anweisungen davor geändert haben, ist vielleicht noch in der Datenbank.</translation>
    </message>
    <message>
        <source>Run again once that is put right: the statements that took effect are skipped.</source>
        <translation>Erneut ausführen, sobald das behoben ist: Die Anweisungen, die wirksam wurden, werden ausgelassen.</translation>
    </message>
    <message>
        <source>Run again once that is put right.</source>
        <translation>Erneut ausführen, sobald das behoben ist.</translation>
    </message>
    <message>
        <source>The connection was lost while the transaction was committed. A look at the history says: the commit had reached the server, the run is complete.</source>
        <translation>Die Verbindung ging verloren, während die Transaktion abgeschlossen wurde. Ein Blick in den Verlauf zeigt: Das COMMIT hatte den Server erreicht, der Lauf ist vollständig.</translation>
    </message>
    <message>
        <source>The connection was lost while the transaction was committed. A look at the history says: the server rolled it back, nothing of the run is in the database.</source>
        <translation>Die Verbindung ging verloren, während die Transaktion abgeschlossen wurde. Ein Blick in den Verlauf zeigt: Der Server hat sie zurückgerollt, nichts von dem Lauf ist in der Datenbank.</translation>
    </message>
    <message>
        <source>The run&apos;s log “%1” is not complete: %2. The run itself is not affected.</source>
        <translation>Das Protokoll „%1“ des Laufs ist nicht vollständig: %2. Der Lauf selbst ist nicht betroffen.</translation>
    </message>
    <message>
        <source>The settings among them (SET, USE, PRAGMA) are made again, as they ended with that session.</source>
        <translation>Die Einstellungen darunter (SET, USE, PRAGMA) werden erneut vorgenommen, da sie mit jener Sitzung endeten.</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>zurückgerollt</translation>
    </message>
    <message>
        <source>The script began a transaction and did not end it.</source>
        <translation>Das Skript hat eine Transaktion begonnen und nicht beendet.</translation>
    </message>
    <message>
        <source>This statement ended the transaction of the migration.</source>
        <translation>Diese Anweisung hat die Transaktion der Migration beendet.</translation>
    </message>
    <message>
        <source>This was Whimbrel&apos;s journal. If the migration changes the role, let it end with RESET ROLE; or switch the journal off with “journal = &quot;off&quot;” in whimbrel.toml.</source>
        <translation>Das betraf das Journal von Whimbrel. Wechselt die Migration die Rolle, sie mit RESET ROLE enden lassen; oder das Journal mit „journal = &quot;off&quot;“ in whimbrel.toml abschalten.</translation>
    </message>
    <message>
        <source>The failure could not be written into the journal: %1</source>
        <translation>Der Fehlschlag konnte nicht in das Journal geschrieben werden: %1</translation>
    </message>
    <message>
        <source>The lock file “%1” cannot be created.</source>
        <translation>Die Sperrdatei „%1“ kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Nothing was changed. The folder of the database must be writable, as SQLite needs it too.</source>
        <translation>Nichts wurde geändert. Der Ordner der Datenbank muss beschreibbar sein, da auch SQLite das braucht.</translation>
    </message>
    <message>
        <source>process %1 (%2) of %3 on %4</source>
        <translation>Prozess %1 (%2) von %3 auf %4</translation>
    </message>
    <message>
        <source>The run goes on without Whimbrel&apos;s journal, because %1 cannot be used: %2. Edited files will not be noticed, and a migration outside a transaction cannot be resumed. “journal = &quot;off&quot;” in whimbrel.toml ends this warning.</source>
        <translation>Der Lauf geht ohne das Journal von Whimbrel weiter, weil %1 nicht verwendet werden kann: %2. Bearbeitete Dateien werden nicht bemerkt, und eine Migration außerhalb einer Transaktion kann nicht fortgesetzt werden. „journal = &quot;off&quot;“ in whimbrel.toml beendet diese Warnung.</translation>
    </message>
    <message>
        <source>The table %1 was created: Whimbrel keeps there what it ran, so that edited files are noticed and an interrupted run can go on. “journal = &quot;off&quot;” in whimbrel.toml switches it off.</source>
        <translation>Die Tabelle %1 wurde angelegt: Whimbrel hält dort fest, was es ausgeführt hat, damit bearbeitete Dateien bemerkt werden und ein unterbrochener Lauf fortgesetzt werden kann. „journal = &quot;off&quot;“ in whimbrel.toml schaltet sie ab.</translation>
    </message>
    <message>
        <source>Stopped between two migrations.</source>
        <translation>Zwischen zwei Migrationen gestoppt.</translation>
    </message>
    <message>
        <source>Stopped between two migrations; what was completed stays.</source>
        <translation>Zwischen zwei Migrationen gestoppt; was abgeschlossen wurde, bleibt.</translation>
    </message>
    <message>
        <source>The run lock was lost, so another run may have begun. This one stops between two migrations.</source>
        <translation>Die Laufsperre ging verloren, daher kann ein anderer Lauf begonnen haben. Dieser stoppt zwischen zwei Migrationen.</translation>
    </message>
    <message>
        <source>Run again.</source>
        <translation>Erneut ausführen.</translation>
    </message>
    <message>
        <source>What was completed stays, and the history lists it. Run again for what is left.</source>
        <translation>Was abgeschlossen wurde, bleibt, und der Verlauf führt es auf. Für den Rest erneut ausführen.</translation>
    </message>
    <message>
        <source>The migration %1 is applied already.</source>
        <translation>Die Migration %1 ist bereits angewendet.</translation>
    </message>
    <message>
        <source>Roll it back first if it is to run again.</source>
        <translation>Erst zurückrollen, wenn sie erneut ausgeführt werden soll.</translation>
    </message>
    <message>
        <source>Not all of these migrations are applied any more: %1.</source>
        <translation>Von diesen Migrationen sind nicht mehr alle angewendet: %1.</translation>
    </message>
    <message>
        <source>Look at the timeline, and roll back to a version.</source>
        <translation>In der Zeitleiste nachsehen und auf eine Version zurückrollen.</translation>
    </message>
    <message>
        <source>The migration %1 is not applied, so it cannot be the one that stays.</source>
        <translation>Die Migration %1 ist nicht angewendet, kann also nicht die sein, die bleibt.</translation>
    </message>
    <message>
        <source>“whimbrel status” shows what is applied; “--to 0” rolls back all.</source>
        <translation>„whimbrel status“ zeigt, was angewendet ist; „--to 0“ rollt alles zurück.</translation>
    </message>
    <message>
        <source>What would be rolled back is applied, but has no file any more: %1.</source>
        <translation>Was zurückgerollt würde, ist angewendet, hat aber keine Datei mehr: %1.</translation>
    </message>
    <message>
        <source>Nothing was changed. Bring the files back, for example from version control, or roll back to a version after them with --to.</source>
        <translation>Nichts wurde geändert. Die Dateien zurückholen, zum Beispiel aus der Versionsverwaltung, oder mit --to auf eine Version nach ihnen zurückrollen.</translation>
    </message>
    <message>
        <source>The migration has no script to roll it back.</source>
        <translation>Die Migration hat kein Skript, um sie zurückzurollen.</translation>
    </message>
    <message>
        <source>The migration has no script to apply it.</source>
        <translation>Die Migration hat kein Skript, um sie anzuwenden.</translation>
    </message>
    <message>
        <source>Write one, or undo its effect with a new migration.</source>
        <translation>Eines schreiben, oder ihre Wirkung mit einer neuen Migration aufheben.</translation>
    </message>
    <message>
        <source>The migration is older than %1, which is applied, and the project asks for strict order.</source>
        <translation>Die Migration ist älter als %1, die angewendet ist, und das Projekt verlangt strenge Reihenfolge.</translation>
    </message>
    <message>
        <source>Give it a newer version, or switch strict order off.</source>
        <translation>Ihr eine neuere Version geben, oder die strenge Reihenfolge ausschalten.</translation>
    </message>
    <message>
        <source>%1 commits this migration&apos;s definitions by itself, so the run cannot be one transaction.</source>
        <translation>%1 schreibt die Definitionen dieser Migration von selbst fest, daher kann der Lauf nicht eine einzige Transaktion sein.</translation>
    </message>
    <message>
        <source>The migration asks to run outside a transaction, so the run cannot be one.</source>
        <translation>Die Migration verlangt die Ausführung außerhalb einer Transaktion, daher kann der Lauf nicht eine einzige sein.</translation>
    </message>
    <message>
        <source>Run without --single-transaction, or up to the migration before it.</source>
        <translation>Ohne --single-transaction ausführen, oder nur bis zu der Migration davor.</translation>
    </message>
    <message>
        <source>Everything runs in one transaction: all of it is applied, or nothing.</source>
        <translation>Alles läuft in einer einzigen Transaktion: Entweder wird alles angewendet oder nichts.</translation>
    </message>
    <message numerus="yes">
        <source>%n migration(s) done.</source>
        <translation>
            <numerusform>%n Migration erledigt.</numerusform>
            <numerusform>%n Migrationen erledigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The run stopped: %1</source>
        <translation>Der Lauf hielt an: %1</translation>
    </message>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>Die Datei %1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The file %1 could not be saved; on the disk it is as it was.</source>
        <translation>Die Datei %1 konnte nicht gespeichert werden; auf der Festplatte ist sie, wie sie war.</translation>
    </message>
    <message>
        <source>There is no report “%1”.</source>
        <translation>Einen Bericht „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>--json and --report %1 ask for two reports.</source>
        <translation>--json und --report %1 verlangen zwei Berichte.</translation>
    </message>
    <message>
        <source>“%1” is no severity.</source>
        <translation>„%1“ ist kein Schweregrad.</translation>
    </message>
    <message>
        <source>Write one of info, warning and error.</source>
        <translation>Eines von info, warning und error angeben.</translation>
    </message>
    <message>
        <source>There is no project around these files whose environments -e could name.</source>
        <translation>Um diese Dateien liegt kein Projekt, dessen Umgebungen -e nennen könnte.</translation>
    </message>
    <message>
        <source>Name the database with -d.</source>
        <translation>Die Datenbank mit -d angeben.</translation>
    </message>
    <message>
        <source>Nothing tells which database the files are for.</source>
        <translation>Nichts sagt, für welche Datenbank die Dateien sind.</translation>
    </message>
    <message>
        <source>Name it with --dialect (%1), or a database with -d.</source>
        <translation>Sie mit --dialect (%1) angeben, oder eine Datenbank mit -d.</translation>
    </message>
    <message>
        <source>--stdin reads the text itself, so no files can be named.</source>
        <translation>--stdin liest den Text selbst, daher lassen sich keine Dateien angeben.</translation>
    </message>
    <message>
        <source>Standard input cannot be read.</source>
        <translation>Die Standardeingabe lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>what migrations would do to others, and what breaks; connects only with -d or -e</source>
        <translation>was Migrationen anderen antäten, und was dabei bricht; verbindet sich nur mit -d oder -e</translation>
    </message>
    <message>
        <source>whose SQL it is: postgresql, mysql, mariadb, sqlite</source>
        <translation>wessen SQL es ist: postgresql, mysql, mariadb, sqlite</translation>
    </message>
    <message>
        <source>the server&apos;s version, which many facts depend on</source>
        <translation>die Version des Servers, von der vieles abhängt</translation>
    </message>
    <message>
        <source>end with 1 from this severity on: info, warning, error (default)</source>
        <translation>ab diesem Schweregrad mit 1 enden: info, warning, error (Vorgabe)</translation>
    </message>
    <message>
        <source>only files changed since a revision of git</source>
        <translation>nur Dateien, die seit einer Revision von git geändert wurden</translation>
    </message>
    <message>
        <source>read the text from standard input</source>
        <translation>den Text von der Standardeingabe lesen</translation>
    </message>
    <message>
        <source>the file that the text on standard input is to be seen as</source>
        <translation>die Datei, als die der Text der Standardeingabe gelten soll</translation>
    </message>
    <message>
        <source>the form of the report: text, json, sarif, github, markdown</source>
        <translation>die Form des Berichts: text, json, sarif, github, markdown</translation>
    </message>
    <message>
        <source>Nothing says which database the recipe is for.</source>
        <translation>Nichts gibt an, für welche Datenbank das Rezept ist.</translation>
    </message>
    <message>
        <source>Name it with --dialect, -e or -d.</source>
        <translation>Sie mit --dialect, -e oder -d angeben.</translation>
    </message>
    <message>
        <source>There is no recipe “%1” for %2.</source>
        <translation>Für %2 gibt es kein Rezept „%1“.</translation>
    </message>
    <message>
        <source>“%1” lists those there are.</source>
        <translation>„%1“ listet die vorhandenen auf.</translation>
    </message>
    <message>
        <source>--set is for a recipe, and none was named.</source>
        <translation>--set gehört zu einem Rezept, und es wurde keines angegeben.</translation>
    </message>
    <message>
        <source>Name it with --recipe.</source>
        <translation>Es mit --recipe angeben.</translation>
    </message>
    <message>
        <source>write a new, empty migration, or those of a recipe</source>
        <translation>eine neue, leere Migration schreiben oder die eines Rezepts</translation>
    </message>
    <message>
        <source>a safe way of making a change; “whimbrel recipes” lists them</source>
        <translation>ein sicherer Weg für eine Änderung; „whimbrel recipes“ listet sie auf</translation>
    </message>
    <message>
        <source>a value that the recipe asks for; may be given several times</source>
        <translation>ein Wert, nach dem das Rezept fragt; darf mehrmals angegeben werden</translation>
    </message>
    <message>
        <source>what would run: statements, transactions, locks; changes nothing</source>
        <translation>was laufen würde: Anweisungen, Transaktionen, Sperren; ändert nichts</translation>
    </message>
    <message>
        <source>whose SQL: postgresql, mysql, mariadb, sqlite (default: the project’s database)</source>
        <translation>wessen SQL: postgresql, mysql, mariadb, sqlite (Vorgabe: die Datenbank des Projekts)</translation>
    </message>
    <message>
        <source>the server’s version; without it, the form that runs on every version</source>
        <translation>die Version des Servers; ohne sie die Form, die auf jeder Version läuft</translation>
    </message>
    <message>
        <source>“%1” sets nothing.</source>
        <translation>„%1“ setzt nichts.</translation>
    </message>
    <message>
        <source>Write --set name=value.</source>
        <translation>--set name=value schreiben.</translation>
    </message>
    <message>
        <source>“%1” is set twice.</source>
        <translation>„%1“ ist zweimal gesetzt.</translation>
    </message>
    <message>
        <source>Give each parameter once.</source>
        <translation>Jeden Parameter nur einmal angeben.</translation>
    </message>
    <message>
        <source>%1 (the project’s own)</source>
        <translation>%1 (aus dem Projekt selbst)</translation>
    </message>
    <message>
        <source>%1; default: %2</source>
        <translation>%1; Vorgabewert: %2</translation>
    </message>
    <message>
        <source>%1; may be left out</source>
        <translation>%1; kann entfallen</translation>
    </message>
    <message>
        <source>From the project’s %1.</source>
        <translation>Aus %1 des Projekts.</translation>
    </message>
    <message>
        <source>There is no recipe “%1” here.</source>
        <translation>Hier gibt es kein Rezept „%1“.</translation>
    </message>
    <message>
        <source>the safe ways of making a change, for whimbrel new --recipe</source>
        <translation>die sicheren Wege für eine Änderung, für whimbrel new --recipe</translation>
    </message>
    <message>
        <source>There is no rule “%1”.</source>
        <translation>Eine Regel „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“whimbrel rules” lists them all.</source>
        <translation>„whimbrel rules“ listet alle auf.</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>War „%1“ gemeint?</translation>
    </message>
    <message>
        <source>what lint looks for; with a name, why, and an example</source>
        <translation>wonach lint sucht; mit einem Namen auch warum, und ein Beispiel</translation>
    </message>
    <message>
        <source>%1 is in no git repository, so nothing tells what changed since “%2”.</source>
        <translation>%1 liegt in keinem git-Repository, daher sagt nichts, was sich seit „%2“ geändert hat.</translation>
    </message>
    <message>
        <source>Leave --since out, or run it inside the repository.</source>
        <translation>--since weglassen oder den Befehl im Repository ausführen.</translation>
    </message>
    <message>
        <source>The repository has no revision “%1”.</source>
        <translation>Das Repository hat keine Revision „%1“.</translation>
    </message>
    <message>
        <source>Name a commit, a branch or a tag; in a shallow clone, fetch it first.</source>
        <translation>Einen Commit, einen Branch oder ein Tag angeben; in einem flachen Klon die Revision zuerst holen.</translation>
    </message>
    <message>
        <source>git cannot tell what changed since “%1”.</source>
        <translation>git kann nicht sagen, was sich seit „%1“ geändert hat.</translation>
    </message>
    <message>
        <source>Leave --since out.</source>
        <translation>--since weglassen.</translation>
    </message>
    <message>
        <source>Name it with --dialect (%1), or a database with -d or -e.</source>
        <translation>Sie mit --dialect (%1) angeben, oder eine Datenbank mit -d oder -e.</translation>
    </message>
    <message>
        <source>There is no dialect “%1”.</source>
        <translation>Einen Dialekt „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“%1” is no version of a server.</source>
        <translation>„%1“ ist keine Version eines Servers.</translation>
    </message>
    <message>
        <source>Write it as in 17, 17.4 or 8.0.36.</source>
        <translation>Sie schreiben wie in 17, 17.4 oder 8.0.36.</translation>
    </message>
    <message>
        <source>The project&apos;s environments are databases of several kinds.</source>
        <translation>Die Umgebungen des Projekts sind Datenbanken mehrerer Arten.</translation>
    </message>
    <message>
        <source>Nothing tells which database the migrations are for.</source>
        <translation>Nichts sagt, für welche Datenbank die Migrationen sind.</translation>
    </message>
    <message>
        <source>No version made of date and time comes after “%1”.</source>
        <translation>Nach „%1“ kommt keine Version aus Datum und Uhrzeit.</translation>
    </message>
    <message>
        <source>Rename that migration, or name the new one by hand.</source>
        <translation>Diese Migration umbenennen oder die neue von Hand benennen.</translation>
    </message>
    <message>
        <source>The text of “%1” holds a line that dbmate would take for a marker.</source>
        <translation>Der Text von „%1“ enthält eine Zeile, die dbmate für eine Markierung hielte.</translation>
    </message>
    <message>
        <source>Take the lines that begin with “-- migrate:” out of it.</source>
        <translation>Die Zeilen, die mit „-- migrate:“ beginnen, daraus entfernen.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Nothing was written.</source>
        <translation>%1 lässt sich nicht schreiben: %2. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Write &quot;info&quot;, &quot;warning&quot; or &quot;error&quot;.</source>
        <translation>&quot;info&quot;, &quot;warning&quot; oder &quot;error&quot; schreiben.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found in %1 (%2).</source>
        <translation>Nichts gefunden in %1 (%2).</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s)</source>
        <translation>
            <numerusform>%n Anweisung</numerusform>
            <numerusform>%n Anweisungen</numerusform>
        </translation>
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
            <numerusform>%n Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2 of %3.</source>
        <translation>%1 in %2 von %3.</translation>
    </message>
    <message>
        <source>%1: %2, %3 (%4)</source>
        <translation>%1: %2, %3 (%4)</translation>
    </message>
    <message>
        <source>possibly %1</source>
        <translation>möglicherweise %1</translation>
    </message>
    <message>
        <source>The strongest lock on each table:</source>
        <translation>Die stärkste Sperre auf jeder Tabelle:</translation>
    </message>
    <message>
        <source>all databases</source>
        <translation>alle Datenbanken</translation>
    </message>
    <message>
        <source>(off) </source>
        <translation>(aus) </translation>
    </message>
    <message>
        <source>“whimbrel rules RULE” explains one, with examples.</source>
        <translation>„whimbrel rules RULE“ erklärt eine Regel, mit Beispielen.</translation>
    </message>
    <message>
        <source>%1 at most; %2</source>
        <translation>höchstens %1; %2</translation>
    </message>
    <message>
        <source>%1 at most; %2; off by default</source>
        <translation>höchstens %1; %2; in der Vorgabe aus</translation>
    </message>
    <message>
        <source>This raises it:</source>
        <translation>Das löst sie aus:</translation>
    </message>
    <message>
        <source>This does not:</source>
        <translation>Das nicht:</translation>
    </message>
    <message>
        <source>In other tools: %1</source>
        <translation>In anderen Werkzeugen: %1</translation>
    </message>
    <message>
        <source>“ignore” names no rule: write “-- whimbrel: ignore RULE REASON”.</source>
        <translation>„ignore“ nennt keine Regel: „-- whimbrel: ignore RULE REASON“ schreiben.</translation>
    </message>
    <message>
        <source>“%1” is not a phase: it is expand, migrate or contract.</source>
        <translation>„%1“ ist keine Phase: Sie ist expand, migrate oder contract.</translation>
    </message>
    <message>
        <source>A phase is that of a whole migration: it is read only above the first statement of the file.</source>
        <translation>Eine Phase gilt für eine ganze Migration: Sie wird nur über der ersten Anweisung der Datei gelesen.</translation>
    </message>
    <message>
        <source>A comment for Whimbrel holds no word.</source>
        <translation>Ein Kommentar für Whimbrel enthält kein Wort.</translation>
    </message>
    <message>
        <source>“%1” is not a word that Whimbrel knows in a comment.</source>
        <translation>„%1“ ist kein Wort, das Whimbrel in einem Kommentar kennt.</translation>
    </message>
    <message>
        <source>%1 k</source>
        <comment>thousands</comment>
        <translation>%1 Tsd.</translation>
    </message>
    <message>
        <source>%1 M</source>
        <comment>millions</comment>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>%1 G</source>
        <comment>thousands of millions</comment>
        <translation>%1 Mrd.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>work, and how much there is of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>rewrites</source>
        <translation>schreibt neu</translation>
    </message>
    <message>
        <source>rebuilds indexes</source>
        <translation>baut Indizes neu auf</translation>
    </message>
    <message>
        <source>may rewrite</source>
        <translation>schreibt vielleicht neu</translation>
    </message>
    <message>
        <source>scans</source>
        <translation>liest vollständig</translation>
    </message>
    <message>
        <source>may rebuild indexes</source>
        <translation>baut vielleicht Indizes neu auf</translation>
    </message>
    <message>
        <source>may scan</source>
        <translation>liest vielleicht vollständig</translation>
    </message>
    <message>
        <source>refused in a transaction</source>
        <translation>in einer Transaktion abgelehnt</translation>
    </message>
    <message>
        <source>refused outside a transaction</source>
        <translation>außerhalb einer Transaktion abgelehnt</translation>
    </message>
    <message>
        <source>fails on %1</source>
        <translation>scheitert an %1</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>scheitert</translation>
    </message>
    <message>
        <source>may fail</source>
        <translation>kann scheitern</translation>
    </message>
    <message>
        <source>not analysed</source>
        <translation>nicht analysiert</translation>
    </message>
    <message>
        <source>waits for older transactions, blocks nobody</source>
        <translation>wartet auf ältere Transaktionen, blockiert niemanden</translation>
    </message>
    <message>
        <source>locks the rows it changes</source>
        <translation>sperrt die Zeilen, die sie ändert</translation>
    </message>
    <message>
        <source>nobody waits</source>
        <translation>niemand wartet</translation>
    </message>
    <message>
        <source>blocks writes</source>
        <translation>blockiert Schreiben</translation>
    </message>
    <message>
        <source>waits for older transactions</source>
        <translation>wartet auf ältere Transaktionen</translation>
    </message>
    <message>
        <source>until it ends</source>
        <translation>bis sie endet</translation>
    </message>
    <message>
        <source>instant</source>
        <translation>sofort fertig</translation>
    </message>
    <message numerus="yes">
        <source>and %n more table(s)</source>
        <translation>
            <numerusform>und %n weitere Tabelle</numerusform>
            <numerusform>und %n weitere Tabellen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>size unknown</source>
        <translation>Größe unbekannt</translation>
    </message>
    <message>
        <source>schema changes wait</source>
        <translation>Schemaänderungen warten</translation>
    </message>
    <message>
        <source>writes wait</source>
        <translation>Schreiben wartet</translation>
    </message>
    <message>
        <source>reads and writes wait</source>
        <translation>Lesen und Schreiben warten</translation>
    </message>
    <message>
        <source>%1 on %2: %3</source>
        <comment>a lock mode, a table, who waits</comment>
        <translation>%1 auf %2: %3</translation>
    </message>
    <message>
        <source>every row is written anew</source>
        <translation>jede Zeile wird neu geschrieben</translation>
    </message>
    <message>
        <source>every row may be written anew</source>
        <translation>jede Zeile wird vielleicht neu geschrieben</translation>
    </message>
    <message>
        <source>indexes are built again</source>
        <translation>Indizes werden neu aufgebaut</translation>
    </message>
    <message>
        <source>indexes may be built again</source>
        <translation>Indizes werden vielleicht neu aufgebaut</translation>
    </message>
    <message>
        <source>every row is read</source>
        <translation>jede Zeile wird gelesen</translation>
    </message>
    <message>
        <source>every row may be read</source>
        <translation>jede Zeile wird vielleicht gelesen</translation>
    </message>
    <message>
        <source>new, so nobody uses it yet</source>
        <translation>neu, daher nutzt sie noch niemand</translation>
    </message>
    <message>
        <source>the character set of the column</source>
        <translation>der Zeichensatz der Spalte</translation>
    </message>
    <message>
        <source>the column as it is now</source>
        <translation>die Spalte, wie sie jetzt ist</translation>
    </message>
    <message>
        <source>whether the column allows NULL</source>
        <translation>ob die Spalte NULL erlaubt</translation>
    </message>
    <message>
        <source>The statement that the fix is for is not in the file’s way up any more.</source>
        <translation>Die Anweisung, für die die Korrektur gedacht ist, steht nicht mehr im Hinweg der Datei.</translation>
    </message>
    <message>
        <source>Wait for the file to be looked at again, then choose the fix anew.</source>
        <translation>Warten, bis die Datei erneut geprüft ist, dann die Korrektur neu wählen.</translation>
    </message>
    <message>
        <source>The recipe “%1” knows no “%2”.</source>
        <translation>Das Rezept „%1“ kennt kein „%2“.</translation>
    </message>
    <message>
        <source>It knows: %1.</source>
        <translation>Es kennt: %1.</translation>
    </message>
    <message>
        <source>The recipe “%1” needs “%2”: %3.</source>
        <translation>Das Rezept „%1“ braucht „%2“: %3.</translation>
    </message>
    <message>
        <source>Give it as %1=VALUE.</source>
        <translation>Den Wert als %1=VALUE angeben.</translation>
    </message>
    <message>
        <source>The recipe “%1” makes SQL that cannot be read: %2</source>
        <translation>Das Rezept „%1“ ergibt SQL, das sich nicht lesen lässt: %2</translation>
    </message>
    <message>
        <source>Check its templates, and the values given.</source>
        <translation>Seine Vorlagen und die angegebenen Werte prüfen.</translation>
    </message>
    <message>
        <source>This is needed: %1.</source>
        <translation>Das wird gebraucht: %1.</translation>
    </message>
    <message>
        <source>A recipe needs an id.</source>
        <translation>Ein Rezept braucht eine id.</translation>
    </message>
    <message>
        <source>Write small letters, digits and dashes, such as id = &quot;add-column&quot;.</source>
        <translation>Kleinbuchstaben, Ziffern und Bindestriche verwenden, etwa id = &quot;add-column&quot;.</translation>
    </message>
    <message>
        <source>A recipe needs a title.</source>
        <translation>Ein Rezept braucht einen Titel.</translation>
    </message>
    <message>
        <source>Say in a few words what it does.</source>
        <translation>In wenigen Worten sagen, was es tut.</translation>
    </message>
    <message>
        <source>A recipe makes at least one migration, and at most %1.</source>
        <translation>Ein Rezept ergibt mindestens eine Migration und höchstens %1.</translation>
    </message>
    <message>
        <source>Write a section [migration.NAME].</source>
        <translation>Einen Abschnitt [migration.NAME] schreiben.</translation>
    </message>
    <message>
        <source>A recipe needs the databases it is for.</source>
        <translation>Ein Rezept braucht die Datenbanken, für die es gedacht ist.</translation>
    </message>
    <message>
        <source>Name them: &quot;postgresql&quot;, &quot;mysql&quot;, &quot;mariadb&quot;, &quot;sqlite&quot;.</source>
        <translation>Sie nennen: &quot;postgresql&quot;, &quot;mysql&quot;, &quot;mariadb&quot;, &quot;sqlite&quot;.</translation>
    </message>
    <message>
        <source>“%1” is not a version.</source>
        <translation>„%1“ ist keine Version.</translation>
    </message>
    <message>
        <source>Write the first version it is for, such as &quot;18&quot; or &quot;3.35&quot;.</source>
        <translation>Die erste Version angeben, für die es gilt, etwa &quot;18&quot; oder &quot;3.35&quot;.</translation>
    </message>
    <message>
        <source>“%1” cannot be a parameter’s name.</source>
        <translation>„%1“ kann kein Name eines Parameters sein.</translation>
    </message>
    <message>
        <source>Write small letters, digits and underscores.</source>
        <translation>Kleinbuchstaben, Ziffern und Unterstriche verwenden.</translation>
    </message>
    <message>
        <source>“%1” is no kind of parameter.</source>
        <translation>„%1“ ist keine Art von Parameter.</translation>
    </message>
    <message>
        <source>See resources/recipes/README.md for the kinds.</source>
        <translation>Die Arten stehen in resources/recipes/README.md.</translation>
    </message>
    <message>
        <source>The parameter “%1” needs a help text.</source>
        <translation>Der Parameter „%1“ braucht einen Hilfetext.</translation>
    </message>
    <message>
        <source>Say what it is, such as help = &quot;the table to change&quot;.</source>
        <translation>Sagen, was er ist, etwa help = &quot;die zu ändernde Tabelle&quot;.</translation>
    </message>
    <message>
        <source>A choice has choices, and nothing else has.</source>
        <translation>Eine Auswahl hat choices, und nichts anderes hat sie.</translation>
    </message>
    <message>
        <source>A migration needs a phase.</source>
        <translation>Eine Migration braucht eine Phase.</translation>
    </message>
    <message>
        <source>It is one of expand, migrate, contract.</source>
        <translation>Sie ist expand, migrate oder contract.</translation>
    </message>
    <message>
        <source>The migration “%1” needs a name, a why, an up and a down.</source>
        <translation>Die Migration „%1“ braucht name, why, up und down.</translation>
    </message>
    <message>
        <source>There is no parameter “%1”.</source>
        <translation>Einen Parameter „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>See resources/recipes/README.md for what a template may hold.</source>
        <translation>Was eine Vorlage enthalten darf, steht in resources/recipes/README.md.</translation>
    </message>
    <message>
        <source>The recipe is a symbolic link out of the project, to %1; it is not read.</source>
        <translation>Das Rezept ist ein symbolischer Link aus dem Projekt hinaus, auf %1; es wird nicht gelesen.</translation>
    </message>
    <message>
        <source>There are more than %1 recipes in %2; the rest is not read.</source>
        <translation>In %2 liegen mehr als %1 Rezepte; die übrigen werden nicht gelesen.</translation>
    </message>
    <message>
        <source>The recipe is larger than 64 KB; it is not read.</source>
        <translation>Das Rezept ist größer als 64 KB; es wird nicht gelesen.</translation>
    </message>
    <message>
        <source>“%1” is the id of one of Whimbrel’s own recipes; this one is not used.</source>
        <translation>„%1“ ist die id eines der eigenen Rezepte von Whimbrel; dieses hier wird nicht verwendet.</translation>
    </message>
    <message>
        <source>Give it another id.</source>
        <translation>Ihm eine andere id geben.</translation>
    </message>
    <message>
        <source>“{{%1}}” is not something a recipe’s template may hold.</source>
        <translation>„{{%1}}“ darf in der Vorlage eines Rezepts nicht stehen.</translation>
    </message>
    <message>
        <source>“{{%1}}” names nothing: there is no such parameter.</source>
        <translation>„{{%1}}“ nennt nichts: Einen solchen Parameter gibt es nicht.</translation>
    </message>
    <message>
        <source>“{{%1}}” closes what is not open.</source>
        <translation>„{{%1}}“ schließt, was nicht offen ist.</translation>
    </message>
    <message>
        <source>The sections of the template are too deep at “{{%1}}”.</source>
        <translation>Die Abschnitte der Vorlage sind bei „{{%1}}“ zu tief geschachtelt.</translation>
    </message>
    <message>
        <source>“{{#%1}}” is never closed.</source>
        <translation>„{{#%1}}“ wird nie geschlossen.</translation>
    </message>
    <message>
        <source>A “{{” is never closed.</source>
        <translation>Ein „{{“ wird nie geschlossen.</translation>
    </message>
    <message>
        <source>“%1” cannot be used: %2</source>
        <translation>„%1“ lässt sich nicht verwenden: %2</translation>
    </message>
    <message>
        <source>It is to be %1.</source>
        <translation>Erwartet wird: %1.</translation>
    </message>
    <message>
        <source>it holds a comment.</source>
        <translation>Der Wert enthält einen Kommentar.</translation>
    </message>
    <message>
        <source>it would end the statement.</source>
        <translation>Der Wert würde die Anweisung beenden.</translation>
    </message>
    <message>
        <source>a quote in it is never closed.</source>
        <translation>Ein Anführungszeichen darin wird nie geschlossen.</translation>
    </message>
    <message>
        <source>it holds a backslash.</source>
        <translation>Der Wert enthält einen Backslash.</translation>
    </message>
    <message>
        <source>there is a comma between its parts.</source>
        <translation>Zwischen seinen Teilen steht ein Komma.</translation>
    </message>
    <message>
        <source>it closes a parenthesis that it did not open.</source>
        <translation>Der Wert schließt eine Klammer, die er nicht geöffnet hat.</translation>
    </message>
    <message>
        <source>a parenthesis in it is never closed.</source>
        <translation>Eine Klammer darin wird nie geschlossen.</translation>
    </message>
    <message>
        <source>it is not the name of a type alone.</source>
        <translation>Der Wert ist nicht allein der Name eines Typs.</translation>
    </message>
    <message>
        <source>it is not an expression.</source>
        <translation>Der Wert ist kein Ausdruck.</translation>
    </message>
    <message>
        <source>it is not what stands between the parentheses of CREATE TABLE.</source>
        <translation>Der Wert ist nicht das, was zwischen den Klammern von CREATE TABLE steht.</translation>
    </message>
    <message>
        <source>it is not one statement.</source>
        <translation>Der Wert ist nicht genau eine Anweisung.</translation>
    </message>
    <message>
        <source>it holds no statement.</source>
        <translation>Der Wert enthält keine Anweisung.</translation>
    </message>
    <message>
        <source>it begins or ends a transaction, or is a client’s own command.</source>
        <translation>Der Wert beginnt oder beendet eine Transaktion oder ist ein eigener Befehl eines Clients.</translation>
    </message>
    <message>
        <source>“%1” is neither a name nor schema.name.</source>
        <translation>„%1“ ist weder ein Name noch schema.name.</translation>
    </message>
    <message>
        <source>“%1” is not a name.</source>
        <translation>„%1“ ist kein Name.</translation>
    </message>
    <message>
        <source>the name “%1” is longer than %2 takes.</source>
        <translation>Der Name „%1“ ist länger, als %2 es zulässt.</translation>
    </message>
    <message>
        <source>there are more than %1 names.</source>
        <translation>Es sind mehr als %1 Namen.</translation>
    </message>
    <message>
        <source>it is one of %1.</source>
        <translation>Zulässig ist eines von %1.</translation>
    </message>
    <message>
        <source>“%1” is not a whole number.</source>
        <translation>„%1“ ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>it is too long.</source>
        <translation>Der Wert ist zu lang.</translation>
    </message>
    <message>
        <source>it holds a control character.</source>
        <translation>Der Wert enthält ein Steuerzeichen.</translation>
    </message>
    <message>
        <source>it holds “$whimbrel$”.</source>
        <translation>Der Wert enthält „$whimbrel$“.</translation>
    </message>
    <message>
        <source>a line of it begins with “--”, as a comment or a marker of the file does.</source>
        <translation>Eine Zeile darin beginnt mit „--“, wie ein Kommentar oder eine Markierung der Datei.</translation>
    </message>
    <message>
        <source>A rule that is silenced without a reason is silenced for ever: nobody can tell later whether the reason still holds.</source>
        <translation>Eine Regel, die ohne Begründung stummgeschaltet ist, bleibt es für immer: Niemand kann später sagen, ob der Grund noch gilt.</translation>
    </message>
    <message>
        <source>Write the reason after the name of the rule.</source>
        <translation>Den Grund hinter den Namen der Regel schreiben.</translation>
    </message>
    <message>
        <source>No rule has this name, so the comment silences nothing, and what it was meant to silence may be silenced nowhere.</source>
        <translation>Keine Regel hat diesen Namen, daher schaltet der Kommentar nichts stumm, und was er stummschalten sollte, ist vielleicht nirgends stummgeschaltet.</translation>
    </message>
    <message>
        <source>Use the name that the finding shows; “whimbrel rules” lists them all.</source>
        <translation>Den Namen verwenden, den der Befund zeigt; „whimbrel rules“ listet alle auf.</translation>
    </message>
    <message>
        <source>The rule finds nothing here, so the comment only waits to hide a later finding that nobody has judged.</source>
        <translation>Die Regel findet hier nichts, daher wartet der Kommentar nur darauf, einen späteren Befund zu verbergen, den niemand beurteilt hat.</translation>
    </message>
    <message>
        <source>Remove the comment.</source>
        <translation>Den Kommentar entfernen.</translation>
    </message>
    <message>
        <source>The comment is meant for Whimbrel, but it is not understood, so nothing follows from it.</source>
        <translation>Der Kommentar ist für Whimbrel gedacht, wird aber nicht verstanden, daher folgt nichts aus ihm.</translation>
    </message>
    <message>
        <source>Use one of the words phase, ignore, batch, stall-budget, expect and require, in the form the manual gives them.</source>
        <translation>Eines der Wörter phase, ignore, batch, stall-budget, expect und require verwenden, in der Form, die das Handbuch angibt.</translation>
    </message>
    <message>
        <source>Code that runs now asks for column “%1” of “%2” and fails as soon as it is called “%3”.</source>
        <translation>Laufender Code fragt nach der Spalte „%1“ von „%2“ und scheitert, sobald sie „%3“ heißt.</translation>
    </message>
    <message>
        <source>Code that runs now may still read or write column “%1” of “%2”, and its data is gone with it.</source>
        <translation>Laufender Code liest oder schreibt die Spalte „%1“ von „%2“ vielleicht noch, und ihre Daten gehen mit ihr verloren.</translation>
    </message>
    <message>
        <source>%1 With it go, without a word: %2.</source>
        <translation>%1 Mit ihr verschwinden ohne ein Wort: %2.</translation>
    </message>
    <message>
        <source>Code that runs now does not know column “%1” of “%2” and cannot insert a row without it.</source>
        <translation>Laufender Code kennt die Spalte „%1“ von „%2“ nicht und kann ohne sie keine Zeile einfügen.</translation>
    </message>
    <message>
        <source>Without its default, column “%1” of “%2” must be given by every INSERT, and code that runs now does not know it.</source>
        <translation>Ohne ihren Vorgabewert muss jedes INSERT die Spalte „%1“ von „%2“ angeben, und laufender Code kennt sie nicht.</translation>
    </message>
    <message>
        <source>NOT VALID spares the rows that are there, not new ones: code that runs now inserts NULL into “%1” of “%2” and is refused from this moment on.</source>
        <translation>NOT VALID verschont die vorhandenen Zeilen, nicht die neuen: Laufender Code fügt NULL in „%1“ von „%2“ ein und wird von diesem Moment an abgewiesen.</translation>
    </message>
    <message>
        <source>Rows that are inserted without column “%1” of “%2” will hold NULL from now on.</source>
        <translation>Zeilen, die ohne die Spalte „%1“ von „%2“ eingefügt werden, enthalten dort von nun an NULL.</translation>
    </message>
    <message>
        <source>Column “%1” of “%2” does not allow NULL: an INSERT that leaves it out, as code that runs now may, fails without the default.</source>
        <translation>Die Spalte „%1“ von „%2“ erlaubt kein NULL: Ein INSERT, das sie weglässt, wie laufender Code es tun kann, scheitert ohne den Vorgabewert.</translation>
    </message>
    <message>
        <source>If column “%1” of “%2” does not allow NULL, an INSERT that leaves it out fails without the default.</source>
        <translation>Erlaubt die Spalte „%1“ von „%2“ kein NULL, scheitert ein INSERT, das sie weglässt, ohne den Vorgabewert.</translation>
    </message>
    <message>
        <source>Code that runs now may not expect NULL in column “%1” of “%2”.</source>
        <translation>Laufender Code erwartet in der Spalte „%1“ von „%2“ vielleicht kein NULL.</translation>
    </message>
    <message>
        <source>Sessions with a prepared SELECT * on “%1” fail once with “cached plan must not change result type”.</source>
        <translation>Sitzungen mit einem vorbereiteten SELECT * auf „%1“ scheitern einmal mit „cached plan must not change result type“.</translation>
    </message>
    <message>
        <source>The rename is instant, but during a release old and new code run side by side: the old name is gone for the one, the new one not yet there for the other.</source>
        <translation>Das Umbenennen ist sofort fertig, aber während eines Releases laufen alter und neuer Code nebeneinander: Für den einen ist der alte Name weg, für den anderen der neue noch nicht da.</translation>
    </message>
    <message>
        <source>Add a column with the new name, keep both in step by a trigger, copy the rows in batches, move the code, and drop the old column in a later release.</source>
        <translation>Eine Spalte mit dem neuen Namen anlegen, beide durch einen Trigger gleich halten, die Zeilen stapelweise kopieren, den Code umstellen und die alte Spalte in einem späteren Release löschen.</translation>
    </message>
    <message>
        <source>Old code that names the column fails at once, and many libraries name all columns they once saw. What the column held cannot be brought back by the way down.</source>
        <translation>Alter Code, der die Spalte nennt, scheitert sofort, und viele Bibliotheken nennen alle Spalten, die sie einmal gesehen haben. Was die Spalte enthielt, bringt der Rückweg nicht zurück.</translation>
    </message>
    <message>
        <source>Release code that no longer uses the column first, give it a default or allow NULL so that both versions can write, and drop it in a later migration that declares “-- whimbrel: phase contract”.</source>
        <translation>Zuerst Code ausliefern, der die Spalte nicht mehr verwendet, ihr einen Vorgabewert geben oder NULL erlauben, damit beide Versionen schreiben können, und sie in einer späteren Migration löschen, die „-- whimbrel: phase contract“ angibt.</translation>
    </message>
    <message>
        <source>PostgreSQL refuses the column if the table holds a row; MySQL and MariaDB fill it with 0 or an empty text in silence. Either way every INSERT of code that does not know the column fails.</source>
        <translation>PostgreSQL lehnt die Spalte ab, wenn die Tabelle eine Zeile enthält; MySQL und MariaDB füllen sie stillschweigend mit 0 oder einem leeren Text. In beiden Fällen scheitert jedes INSERT von Code, der die Spalte nicht kennt.</translation>
    </message>
    <message>
        <source>Give the column a constant default and keep it until the new code runs everywhere.</source>
        <translation>Der Spalte einen konstanten Vorgabewert geben und ihn behalten, bis der neue Code überall läuft.</translation>
    </message>
    <message>
        <source>A NOT VALID constraint is enforced for every new and changed row at once.</source>
        <translation>Ein Constraint mit NOT VALID wird für jede neue und jede geänderte Zeile sofort durchgesetzt.</translation>
    </message>
    <message>
        <source>Give the new column a default, or add the constraint after the code that fills it is everywhere.</source>
        <translation>Der neuen Spalte einen Vorgabewert geben oder den Constraint erst anlegen, wenn der Code, der sie füllt, überall läuft.</translation>
    </message>
    <message>
        <source>A default is what code gets that does not name the column, and old code never names a new one.</source>
        <translation>Einen Vorgabewert bekommt Code, der die Spalte nicht nennt, und alter Code nennt nie eine neue.</translation>
    </message>
    <message>
        <source>Keep the default until every version of the code that runs gives the column a value.</source>
        <translation>Den Vorgabewert behalten, bis jede laufende Version des Codes der Spalte einen Wert gibt.</translation>
    </message>
    <message>
        <source>Code that was written while the column could not be NULL often does not check for it.</source>
        <translation>Code, der geschrieben wurde, als die Spalte nicht NULL sein konnte, prüft oft nicht darauf.</translation>
    </message>
    <message>
        <source>Release code that copes with NULL first; a declared phase says that this was thought of.</source>
        <translation>Zuerst Code ausliefern, der mit NULL zurechtkommt; eine angegebene Phase sagt, dass daran gedacht wurde.</translation>
    </message>
    <message>
        <source>A prepared statement keeps the columns it was planned with, and PostgreSQL refuses it once when they change.</source>
        <translation>Eine vorbereitete Anweisung behält die Spalten, mit denen sie geplant wurde, und PostgreSQL lehnt sie einmal ab, wenn diese sich ändern.</translation>
    </message>
    <message>
        <source>Name the columns instead of writing *, or have the connection pool prepare again after the error.</source>
        <translation>Die Spalten nennen, statt * zu schreiben, oder den Verbindungspool nach dem Fehler neu vorbereiten lassen.</translation>
    </message>
    <message>
        <source>Code that runs now may write rows into “%1” that this forbids, and gets an error from then on.</source>
        <translation>Laufender Code schreibt vielleicht Zeilen in „%1“, die dies verbietet, und erhält von da an einen Fehler.</translation>
    </message>
    <message>
        <source>Without “%1” nothing stops rows that code and queries rely on never to see.</source>
        <translation>Ohne „%1“ hält nichts mehr Zeilen ab, mit denen Code und Abfragen nie rechnen.</translation>
    </message>
    <message>
        <source>INSERT … ON CONFLICT on the columns of “%1” fails from now on, and duplicates are let in.</source>
        <translation>INSERT … ON CONFLICT auf den Spalten von „%1“ scheitert von nun an, und Duplikate werden zugelassen.</translation>
    </message>
    <message>
        <source>If “%1” keeps rows unique, INSERT … ON CONFLICT on its columns fails from now on.</source>
        <translation>Hält „%1“ Zeilen eindeutig, scheitert INSERT … ON CONFLICT auf seinen Spalten von nun an.</translation>
    </message>
    <message>
        <source>A new constraint is a promise that code which runs now never made.</source>
        <translation>Ein neuer Constraint ist ein Versprechen, das laufender Code nie gegeben hat.</translation>
    </message>
    <message>
        <source>Look for rows that break it before the constraint is added, in the same file, and release code that keeps it first. A declared “-- whimbrel: phase contract” says that this was done.</source>
        <translation>In derselben Datei nach Zeilen suchen, die den Constraint verletzen, bevor er angelegt wird, und zuerst Code ausliefern, der ihn einhält. Die Angabe „-- whimbrel: phase contract“ sagt, dass dies geschehen ist.</translation>
    </message>
    <message>
        <source>ON CONFLICT needs a unique index on its columns, logical replication an identity of each row, and the planner draws conclusions from constraints.</source>
        <translation>ON CONFLICT braucht einen eindeutigen Index auf seinen Spalten, die logische Replikation eine Identität jeder Zeile, und der Planer zieht Schlüsse aus Constraints.</translation>
    </message>
    <message>
        <source>Release code that no longer relies on it first, and replace it before it is dropped.</source>
        <translation>Zuerst Code ausliefern, der sich nicht mehr darauf verlässt, und Ersatz schaffen, bevor gelöscht wird.</translation>
    </message>
    <message>
        <source>Code that runs now asks for “%1”, which is “%2” from this moment on.</source>
        <translation>Laufender Code fragt nach „%1“, das von diesem Moment an „%2“ heißt.</translation>
    </message>
    <message>
        <source>Everything that runs now and names “%1” fails: it is “%2” from this moment on.</source>
        <translation>Alles, was jetzt läuft und „%1“ nennt, scheitert: Von diesem Moment an heißt es „%2“.</translation>
    </message>
    <message>
        <source>Code that runs now may still use “%1”, and what it held is gone.</source>
        <translation>Laufender Code verwendet „%1“ vielleicht noch, und was darin stand, ist verloren.</translation>
    </message>
    <message>
        <source>The view “%1” has column “%2” in place %3; CREATE OR REPLACE VIEW may only add columns at the end and is refused.</source>
        <translation>Die View „%1“ hat die Spalte „%2“ an Stelle %3; CREATE OR REPLACE VIEW darf Spalten nur am Ende hinzufügen und wird abgelehnt.</translation>
    </message>
    <message>
        <source>Code that runs now may still call “%1”.</source>
        <translation>Laufender Code ruft „%1“ vielleicht noch auf.</translation>
    </message>
    <message>
        <source>Nobody but its owner may use “%1”: no GRANT follows.</source>
        <translation>Niemand außer dem Eigentümer darf „%1“ verwenden: Es folgt kein GRANT.</translation>
    </message>
    <message>
        <source>The rename is instant, but code that was not deployed anew fails on every statement that names the table.</source>
        <translation>Das Umbenennen ist sofort fertig, aber Code, der nicht neu ausgeliefert wurde, scheitert an jeder Anweisung, die die Tabelle nennt.</translation>
    </message>
    <message>
        <source>Rename it and create a view under the old name in the same transaction; drop the view in a later release.</source>
        <translation>Die Tabelle umbenennen und in derselben Transaktion eine View unter dem alten Namen anlegen; die View in einem späteren Release löschen.</translation>
    </message>
    <message>
        <source>No table is locked, and yet every statement that names the schema, type, function or sequence fails.</source>
        <translation>Keine Tabelle wird gesperrt, und doch scheitert jede Anweisung, die das Schema, den Typ, die Funktion oder die Sequenz nennt.</translation>
    </message>
    <message>
        <source>Make a second one under the new name, move the code, and drop the old one in a later release.</source>
        <translation>Ein zweites Objekt unter dem neuen Namen anlegen, den Code umstellen und das alte in einem späteren Release löschen.</translation>
    </message>
    <message>
        <source>Code that still uses it fails at once, and no way down brings the rows back.</source>
        <translation>Code, der das Objekt noch verwendet, scheitert sofort, und kein Rückweg bringt die Zeilen zurück.</translation>
    </message>
    <message>
        <source>Release code that no longer uses it, rename it out of the way for a while, and drop it in a migration that declares “-- whimbrel: phase contract”.</source>
        <translation>Zuerst Code ausliefern, der das Objekt nicht mehr verwendet, es für eine Weile beiseite benennen und in einer Migration löschen, die „-- whimbrel: phase contract“ angibt.</translation>
    </message>
    <message>
        <source>PostgreSQL keeps the columns of a view where they are, because other views and code may rely on them.</source>
        <translation>PostgreSQL lässt die Spalten einer View, wo sie sind, weil andere Views und Code sich darauf verlassen können.</translation>
    </message>
    <message>
        <source>Keep the columns in their order and add new ones at the end, or drop the view and create it again with its privileges.</source>
        <translation>Die Spalten in ihrer Reihenfolge lassen und neue am Ende hinzufügen, oder die View löschen und mit ihren Rechten neu anlegen.</translation>
    </message>
    <message>
        <source>Code, triggers and other functions that call it fail when they do, not when it is dropped.</source>
        <translation>Code, Trigger und andere Funktionen, die sie aufrufen, scheitern beim Aufruf, nicht beim Löschen.</translation>
    </message>
    <message>
        <source>Change it by CREATE OR REPLACE FUNCTION with the same arguments, or drop it after the code that calls it is gone.</source>
        <translation>Sie mit CREATE OR REPLACE FUNCTION und denselben Argumenten ändern, oder sie löschen, wenn der Code, der sie aufruft, nicht mehr läuft.</translation>
    </message>
    <message>
        <source>The role that migrates owns what it makes; the role of the application gets nothing by itself.</source>
        <translation>Der Rolle, die migriert, gehört, was sie anlegt; die Rolle der Anwendung erhält von selbst nichts.</translation>
    </message>
    <message>
        <source>GRANT in the same migration, or set default privileges once.</source>
        <translation>GRANT in derselben Migration verwenden, oder einmal Vorgaberechte setzen.</translation>
    </message>
    <message>
        <source>Code that runs now writes “%1” into columns of type “%2” and is refused, and does not know “%3”.</source>
        <translation>Laufender Code schreibt „%1“ in Spalten vom Typ „%2“ und wird abgewiesen, und „%3“ kennt er nicht.</translation>
    </message>
    <message>
        <source>Values that code writes into “%1” of “%2” today may not fit %3 any more (it is %4 now).</source>
        <translation>Werte, die Code heute in „%1“ von „%2“ schreibt, passen vielleicht nicht mehr in %3 (jetzt ist es %4).</translation>
    </message>
    <message>
        <source>The value has its new name for everybody at once, whichever version of the code they run.</source>
        <translation>Der Wert hat seinen neuen Namen für alle zugleich, gleich welche Version des Codes sie ausführen.</translation>
    </message>
    <message>
        <source>Add a value with the new name, move the code, and change the rows in batches. The old value stays: PostgreSQL cannot drop one.</source>
        <translation>Einen Wert mit dem neuen Namen hinzufügen, den Code umstellen und die Zeilen stapelweise ändern. Der alte Wert bleibt: PostgreSQL kann keinen löschen.</translation>
    </message>
    <message>
        <source>The change fails if a row does not fit, and from then on writes of old code do. Where MySQL or MariaDB is not strict, values are cut off in silence.</source>
        <translation>Die Änderung scheitert, wenn eine Zeile nicht passt, und danach scheitert das Schreiben von altem Code. Wo MySQL oder MariaDB nicht streng ist, werden Werte stillschweigend abgeschnitten.</translation>
    </message>
    <message>
        <source>Bind new rows by a CHECK that is NOT VALID, correct the old ones, and narrow the type when no code writes such values.</source>
        <translation>Neue Zeilen durch einen CHECK mit NOT VALID binden, die alten berichtigen und den Typ verengen, wenn kein Code mehr solche Werte schreibt.</translation>
    </message>
    <message>
        <source>All rows of “%1” are gone at once, for every session, even those that still read an older state.</source>
        <translation>Alle Zeilen von „%1“ sind auf einmal weg, für jede Sitzung, auch für solche, die noch einen älteren Stand lesen.</translation>
    </message>
    <message>
        <source>CASCADE empties every table that references “%1” as well, and locks all of them.</source>
        <translation>CASCADE leert auch jede Tabelle, die auf „%1“ verweist, und sperrt sie alle.</translation>
    </message>
    <message>
        <source>The database “%1” and everything in it is gone.</source>
        <translation>Die Datenbank „%1“ und alles darin ist verloren.</translation>
    </message>
    <message>
        <source>CASCADE drops everything that schema “%1” holds, and what elsewhere depends on it.</source>
        <translation>CASCADE löscht alles, was das Schema „%1“ enthält, und was anderswo davon abhängt.</translation>
    </message>
    <message>
        <source>No WHERE keeps any row of “%1”: all of them are deleted.</source>
        <translation>Kein WHERE behält eine Zeile von „%1“: Alle werden gelöscht.</translation>
    </message>
    <message>
        <source>“%1” is dropped with all its rows, and an empty one takes its place.</source>
        <translation>„%1“ wird mit allen Zeilen gelöscht, und eine leere Tabelle tritt an ihre Stelle.</translation>
    </message>
    <message>
        <source>“%1” loses data, and this migration has no way down.</source>
        <translation>„%1“ verliert Daten, und diese Migration hat keinen Rückweg.</translation>
    </message>
    <message>
        <source>Everything that “%1” owns in this database is dropped, whatever it is, and its privileges are revoked.</source>
        <translation>Alles, was „%1“ in dieser Datenbank gehört, wird gelöscht, was immer es ist, und die Rechte der Rolle werden entzogen.</translation>
    </message>
    <message>
        <source>With all triggers of “%1” disabled its foreign keys are not checked either.</source>
        <translation>Sind alle Trigger von „%1“ ausgeschaltet, werden auch die Fremdschlüssel der Tabelle nicht geprüft.</translation>
    </message>
    <message>
        <source>Code that runs now may lose its access to “%1”.</source>
        <translation>Laufender Code verliert vielleicht seinen Zugriff auf „%1“.</translation>
    </message>
    <message>
        <source>TRUNCATE waits for everybody, lets nobody in meanwhile, and no way down brings the rows back.</source>
        <translation>TRUNCATE wartet auf alle, lässt inzwischen niemanden hinein, und kein Rückweg bringt die Zeilen zurück.</translation>
    </message>
    <message>
        <source>Delete the rows in batches, or say why it is safe: -- whimbrel: ignore truncate-existing REASON.</source>
        <translation>Die Zeilen stapelweise löschen, oder sagen, warum es sicher ist: -- whimbrel: ignore truncate-existing REASON.</translation>
    </message>
    <message>
        <source>The statement names one table and empties others that a later migration may have added.</source>
        <translation>Die Anweisung nennt eine Tabelle und leert andere, die eine spätere Migration hinzugefügt haben kann.</translation>
    </message>
    <message>
        <source>Name every table that is to be emptied.</source>
        <translation>Jede Tabelle nennen, die geleert werden soll.</translation>
    </message>
    <message>
        <source>A migration changes a database; dropping one is never a step of a release.</source>
        <translation>Eine Migration ändert eine Datenbank; eine zu löschen ist nie ein Schritt eines Releases.</translation>
    </message>
    <message>
        <source>Take it out of the migration and do it by hand, after a backup.</source>
        <translation>Die Anweisung aus der Migration nehmen und von Hand ausführen, nach einem Backup.</translation>
    </message>
    <message>
        <source>What a schema holds on the day of the release is not what it held when the migration was written.</source>
        <translation>Was ein Schema am Tag des Releases enthält, ist nicht, was es enthielt, als die Migration geschrieben wurde.</translation>
    </message>
    <message>
        <source>Drop what is in it by name, and the schema without CASCADE at the end.</source>
        <translation>Den Inhalt namentlich löschen, und am Ende das Schema ohne CASCADE.</translation>
    </message>
    <message>
        <source>Every row is locked until the end of the transaction, and no way down brings them back.</source>
        <translation>Jede Zeile ist bis zum Ende der Transaktion gesperrt, und kein Rückweg bringt sie zurück.</translation>
    </message>
    <message>
        <source>Delete by key ranges in batches, or say why all must go: -- whimbrel: ignore delete-everything REASON.</source>
        <translation>Stapelweise nach Schlüsselbereichen löschen, oder sagen, warum alle weg müssen: -- whimbrel: ignore delete-everything REASON.</translation>
    </message>
    <message>
        <source>What was meant for an empty database empties a full one.</source>
        <translation>Was für eine leere Datenbank gedacht war, leert eine volle.</translation>
    </message>
    <message>
        <source>CREATE TABLE IF NOT EXISTS, or change the table that is there. To build one anew, copy its rows before it is dropped.</source>
        <translation>CREATE TABLE IF NOT EXISTS verwenden, oder die vorhandene Tabelle ändern. Um eine neu aufzubauen, ihre Zeilen kopieren, bevor sie gelöscht wird.</translation>
    </message>
    <message>
        <source>After a drop the way back is a backup.</source>
        <translation>Nach dem Löschen ist der Weg zurück ein Backup.</translation>
    </message>
    <message>
        <source>Write a way down that makes the object again, and know which backup holds its data.</source>
        <translation>Einen Rückweg schreiben, der das Objekt wieder anlegt, und wissen, welches Backup seine Daten enthält.</translation>
    </message>
    <message>
        <source>The statement does not name what it drops.</source>
        <translation>Die Anweisung nennt nicht, was sie löscht.</translation>
    </message>
    <message>
        <source>REASSIGN OWNED BY … TO … first, and drop by name what must go.</source>
        <translation>Zuerst REASSIGN OWNED BY … TO …, dann namentlich löschen, was weg muss.</translation>
    </message>
    <message>
        <source>Privileges and triggers are what other code relies on without naming them.</source>
        <translation>Auf Rechte und Trigger verlässt sich anderer Code, ohne sie zu nennen.</translation>
    </message>
    <message>
        <source>Grant what replaces it first; disable single triggers by name and enable them in the same migration.</source>
        <translation>Zuerst die Rechte erteilen, die sie ersetzen; einzelne Trigger namentlich ausschalten und in derselben Migration wieder einschalten.</translation>
    </message>
    <message>
        <source>This changes every row of “%1” in one go: each stays locked until the last is done, and replicas follow late.</source>
        <translation>Dies ändert jede Zeile von „%1“ auf einmal: Jede bleibt gesperrt, bis die letzte fertig ist, und Repliken folgen spät.</translation>
    </message>
    <message>
        <source>No index of “%1” serves this condition: all rows are read, and those that match stay locked until the last is done.</source>
        <translation>Kein Index von „%1“ passt zu dieser Bedingung: Alle Zeilen werden gelesen, und die zutreffenden bleiben gesperrt, bis die letzte fertig ist.</translation>
    </message>
    <message>
        <source>This copies every row of “%1” into “%2” in one go.</source>
        <translation>Dies kopiert jede Zeile von „%1“ auf einmal nach „%2“.</translation>
    </message>
    <message>
        <source>The rows that line %1 has changed stay locked while this waits for its lock and until the transaction ends.</source>
        <translation>Die Zeilen, die Zeile %1 der Datei geändert hat, bleiben gesperrt, während dies auf seine Sperre wartet und bis die Transaktion endet.</translation>
    </message>
    <message>
        <source>One statement over a whole table keeps each row locked until the last is done, writes all of it to the log at once, bloats the table, and is lost altogether if it fails near the end.</source>
        <translation>Eine Anweisung über eine ganze Tabelle hält jede Zeile gesperrt, bis die letzte fertig ist, schreibt alles auf einmal ins Log, bläht die Tabelle auf und ist ganz verloren, wenn sie kurz vor dem Ende scheitert.</translation>
    </message>
    <message>
        <source>Go in batches of a few thousand rows along the primary key, each in a transaction of its own.</source>
        <translation>In Stapeln von einigen tausend Zeilen am Primärschlüssel entlang vorgehen, jeden in einer eigenen Transaktion.</translation>
    </message>
    <message>
        <source>Rows that a transaction has changed stay locked while it waits for a table, and the table stays locked until everything is done. With deferred constraints the change of the schema may fail (“pending trigger events”).</source>
        <translation>Zeilen, die eine Transaktion geändert hat, bleiben gesperrt, während sie auf eine Tabelle wartet, und die Tabelle bleibt gesperrt, bis alles fertig ist. Mit aufgeschobenen Constraints kann die Schemaänderung scheitern („pending trigger events“).</translation>
    </message>
    <message>
        <source>Put changes of the schema and changes of data into migrations of their own.</source>
        <translation>Schemaänderungen und Datenänderungen in je eigene Migrationen legen.</translation>
    </message>
    <message>
        <source>“%1” is %2, but “%3” of “%4”, which it references, is %5.</source>
        <translation>„%1“ ist %2, aber „%3“ von „%4“, worauf es verweist, ist %5.</translation>
    </message>
    <message>
        <source>No index of “%1” begins with %2: every DELETE from “%3” reads all of “%1” to see whether the row is still needed.</source>
        <translation>Kein Index von „%1“ beginnt mit %2: Jedes DELETE aus „%3“ liest „%1“ vollständig, um zu sehen, ob die Zeile noch gebraucht wird.</translation>
    </message>
    <message>
        <source>“%1” has no primary key, so a foreign key has to say which of its columns it references; this fails.</source>
        <translation>„%1“ hat keinen Primärschlüssel, daher muss ein Fremdschlüssel angeben, auf welche Spalten er verweist; dies scheitert.</translation>
    </message>
    <message>
        <source>%2 of “%1” is not unique: a foreign key cannot reference it, and this fails.</source>
        <translation>%2 von „%1“ ist nicht eindeutig: Ein Fremdschlüssel kann nicht darauf verweisen, und dies scheitert.</translation>
    </message>
    <message>
        <source>A key column of another type than the one it references overflows before that one does, and joins of the two may not use their indexes. Some pairs of types cannot be compared at all.</source>
        <translation>Eine Schlüsselspalte mit einem anderen Typ als die Spalte, auf die sie verweist, läuft vor dieser über, und Joins der beiden nutzen vielleicht ihre Indizes nicht. Manche Paare von Typen lassen sich gar nicht vergleichen.</translation>
    </message>
    <message>
        <source>Give the column the type of the one it references.</source>
        <translation>Der Spalte den Typ derjenigen geben, auf die sie verweist.</translation>
    </message>
    <message>
        <source>Whoever deletes a row of the referenced table, or changes its key, has the rows that point at it looked for. Without an index on the key&apos;s columns that reads the whole table each time, and locks wait.</source>
        <translation>Wer eine Zeile der Zieltabelle löscht oder ihren Schlüssel ändert, löst eine Suche nach den Zeilen aus, die auf sie verweisen. Ohne Index auf den Spalten des Schlüssels wird dabei jedes Mal die ganze Tabelle gelesen, und Sperren warten.</translation>
    </message>
    <message>
        <source>Index the columns: on PostgreSQL with CREATE INDEX CONCURRENTLY, before the foreign key where there are rows already.</source>
        <translation>Die Spalten indizieren: auf PostgreSQL mit CREATE INDEX CONCURRENTLY, vor dem Fremdschlüssel, wenn schon Zeilen da sind.</translation>
    </message>
    <message>
        <source>A foreign key points at one row: PostgreSQL asks for a unique constraint on what it references.</source>
        <translation>Ein Fremdschlüssel verweist auf genau eine Zeile: PostgreSQL verlangt einen eindeutigen Constraint auf dem Ziel.</translation>
    </message>
    <message>
        <source>Reference the primary key, or make the referenced columns unique first.</source>
        <translation>Auf den Primärschlüssel verweisen oder die Zielspalten zuerst eindeutig machen.</translation>
    </message>
    <message>
        <source>There is no table “%1”.</source>
        <translation>Es gibt keine Tabelle „%1“.</translation>
    </message>
    <message>
        <source>“%1” has no column “%2”.</source>
        <translation>„%1“ hat keine Spalte „%2“.</translation>
    </message>
    <message>
        <source>“%1” has no constraint “%2”.</source>
        <translation>„%1“ hat keinen Constraint „%2“.</translation>
    </message>
    <message>
        <source>“%1” exists already.</source>
        <translation>„%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>“%1” has a column “%2” already.</source>
        <translation>„%1“ hat schon eine Spalte „%2“.</translation>
    </message>
    <message>
        <source>“%1” has a constraint “%2” already.</source>
        <translation>„%1“ hat schon einen Constraint „%2“.</translation>
    </message>
    <message>
        <source>“%1” has an index “%2” already.</source>
        <translation>„%1“ hat schon einen Index „%2“.</translation>
    </message>
    <message>
        <source>The column “%1” is made twice by one statement; this fails.</source>
        <translation>Eine Anweisung legt die Spalte „%1“ zweimal an; dies scheitert.</translation>
    </message>
    <message>
        <source>A name may have %1 characters; this one has more, and the statement fails.</source>
        <translation>Ein Name darf %1 Zeichen haben; dieser hat mehr, und die Anweisung scheitert.</translation>
    </message>
    <message>
        <source>By the schema as it will be when this statement runs, the server refuses it: what it names is not there, or is there already, or is not of the kind it needs.</source>
        <translation>Nach dem Schema, wie es beim Lauf dieser Anweisung sein wird, weist der Server sie ab: Was sie nennt, ist nicht da, ist schon da oder ist nicht von der nötigen Art.</translation>
    </message>
    <message>
        <source>Correct the name or the order of the migrations. If the database differs from what the project&apos;s migrations make, connect to it and look again.</source>
        <translation>Den Namen oder die Reihenfolge der Migrationen berichtigen. Weicht die Datenbank von dem ab, was die Migrationen des Projekts ergeben, sich mit ihr verbinden und erneut prüfen.</translation>
    </message>
    <message>
        <source>PostgreSQL cuts names off after 63 bytes with nothing but a notice, and two names that begin alike become one; MySQL and MariaDB refuse names of more than 64 characters.</source>
        <translation>PostgreSQL schneidet Namen nach 63 Bytes mit einem bloßen Hinweis ab, und zwei Namen mit gleichem Anfang werden zu einem; MySQL und MariaDB weisen Namen mit mehr als 64 Zeichen ab.</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation>Einen kürzeren Namen wählen.</translation>
    </message>
    <message>
        <source>“%1” is made in whichever schema the session looks in first.</source>
        <translation>„%1“ wird in dem Schema angelegt, in dem die Sitzung zuerst sucht.</translation>
    </message>
    <message>
        <source>“%1” runs with its owner&apos;s rights and looks names up where its caller says: the caller can put objects of his own in their place.</source>
        <translation>„%1“ läuft mit den Rechten des Eigentümers und sucht Namen dort, wo der Aufrufer es angibt: Der Aufrufer kann eigene Objekte unterschieben.</translation>
    </message>
    <message>
        <source>This is a command of the database&apos;s own client, which no server knows; what it does is not analysed.</source>
        <translation>Dies ist ein Befehl des Datenbank-Clients, den kein Server kennt; seine Wirkung wird nicht analysiert.</translation>
    </message>
    <message>
        <source>This statement is not understood, so nothing is said about what it does.</source>
        <translation>Diese Anweisung wird nicht verstanden, daher wird nichts über ihre Wirkung gesagt.</translation>
    </message>
    <message>
        <source>What the procedure “%1” does is not analysed.</source>
        <translation>Was die Prozedur „%1“ tut, wird nicht analysiert.</translation>
    </message>
    <message>
        <source>This runs a text that is put together only then: what it does is not analysed.</source>
        <translation>Dies führt einen Text aus, der erst dann zusammengesetzt wird: Seine Wirkung wird nicht analysiert.</translation>
    </message>
    <message>
        <source>From here on foreign keys are not checked and triggers do not fire, and rows that break them stay.</source>
        <translation>Von hier an werden Fremdschlüssel nicht geprüft und Trigger nicht ausgelöst, und Zeilen, die sie verletzen, bleiben.</translation>
    </message>
    <message>
        <source>“%1” stays as it is set here for whatever the session runs next, the migrations after this one and the tool&apos;s own statements included.</source>
        <translation>„%1“ bleibt so, wie es hier gesetzt ist, für alles, was die Sitzung danach ausführt, auch für die folgenden Migrationen und die Anweisungen des Werkzeugs selbst.</translation>
    </message>
    <message>
        <source>If the connection of whoever runs this hangs, the locks of its transaction stay.</source>
        <translation>Hängt die Verbindung dessen, der dies ausführt, bleiben die Sperren seiner Transaktion.</translation>
    </message>
    <message>
        <source>Without a schema an object is made in the first schema of search_path, which roles and databases set differently.</source>
        <translation>Ohne Schema wird ein Objekt im ersten Schema von search_path angelegt, den Rollen und Datenbanken verschieden setzen.</translation>
    </message>
    <message>
        <source>Write the schema before the name.</source>
        <translation>Das Schema vor den Namen schreiben.</translation>
    </message>
    <message>
        <source>A SECURITY DEFINER function without a search_path of its own can be made to run its caller&apos;s objects with its owner&apos;s rights.</source>
        <translation>Eine Funktion mit SECURITY DEFINER ohne eigenen search_path lässt sich dazu bringen, Objekte des Aufrufers mit den Rechten des Eigentümers auszuführen.</translation>
    </message>
    <message>
        <source>Add SET search_path = … to the function, with pg_temp as the last of the schemas.</source>
        <translation>Der Funktion SET search_path = … hinzufügen, mit pg_temp als letztem Schema.</translation>
    </message>
    <message>
        <source>What is put together while it runs, stands in another file, or is newer than what Whimbrel reads, cannot be judged before: no finding is no promise there.</source>
        <translation>Was erst beim Lauf zusammengesetzt wird, in einer anderen Datei steht oder neuer ist als das, was Whimbrel liest, lässt sich vorher nicht beurteilen: Kein Befund ist dort keine Zusage.</translation>
    </message>
    <message>
        <source>Write the statements themselves where that is possible; else read it with more care.</source>
        <translation>Wo es möglich ist, die Anweisungen selbst schreiben; sonst sorgfältiger lesen.</translation>
    </message>
    <message>
        <source>SET lasts as long as the session, in which the next migrations run as well. With session_replication_role = replica neither foreign keys nor triggers do anything.</source>
        <translation>SET gilt so lange wie die Sitzung, in der auch die nächsten Migrationen laufen. Mit session_replication_role = replica bewirken weder Fremdschlüssel noch Trigger etwas.</translation>
    </message>
    <message>
        <source>Use SET LOCAL inside the transaction, or RESET it at the end of the file.</source>
        <translation>SET LOCAL innerhalb der Transaktion verwenden oder am Ende der Datei mit RESET zurücksetzen.</translation>
    </message>
    <message>
        <source>A session that stops in the middle of a transaction, because its tool hangs or its network breaks, keeps its locks until somebody notices.</source>
        <translation>Eine Sitzung, die mitten in einer Transaktion stehen bleibt, weil ihr Werkzeug hängt oder ihr Netz ausfällt, behält ihre Sperren, bis es jemand bemerkt.</translation>
    </message>
    <message>
        <source>SET idle_in_transaction_session_timeout, or from PostgreSQL 17 on transaction_timeout, at the beginning.</source>
        <translation>Zu Beginn idle_in_transaction_session_timeout mit SET setzen oder, ab PostgreSQL 17, transaction_timeout.</translation>
    </message>
    <message>
        <source>The transaction that begins here is never committed: when the session ends, everything in it is undone.</source>
        <translation>Die Transaktion, die hier beginnt, wird nie mit COMMIT beendet: Wenn die Sitzung endet, wird alles darin rückgängig gemacht.</translation>
    </message>
    <message>
        <source>The file ends with ROLLBACK: everything in the transaction before it is undone.</source>
        <translation>Die Datei endet mit ROLLBACK: Alles in der Transaktion davor wird rückgängig gemacht.</translation>
    </message>
    <message>
        <source>This migration is run in a transaction already: a second BEGIN begins nothing, and the COMMIT that belongs to it ends the outer one.</source>
        <translation>Diese Migration läuft schon in einer Transaktion: Ein zweites BEGIN beginnt nichts, und das COMMIT dazu beendet die äußere.</translation>
    </message>
    <message>
        <source>This ends the transaction that the migration is run in: what follows, and the history&apos;s own row, is no longer undone with it if something fails.</source>
        <translation>Dies beendet die Transaktion, in der die Migration läuft: Was folgt, auch die Zeile in der Historie selbst, wird bei einem Fehler nicht mehr mit ihr rückgängig gemacht.</translation>
    </message>
    <message>
        <source>This undoes the transaction that the migration is run in, and the migration may still be recorded as applied.</source>
        <translation>Dies macht die Transaktion rückgängig, in der die Migration läuft, und die Migration wird vielleicht trotzdem als angewendet verzeichnet.</translation>
    </message>
    <message>
        <source>There is no transaction here for COMMIT to end: each statement of this file is one by itself.</source>
        <translation>Hier gibt es keine Transaktion, die COMMIT beenden könnte: Jede Anweisung dieser Datei ist eine für sich.</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) of this migration change the schema, and each commits at once: if a later one fails, the earlier ones stay.</source>
        <translation>
            <numerusform>%n Anweisung dieser Migration ändert das Schema und wird sofort mit COMMIT abgeschlossen: Scheitert danach etwas, bleibt sie bestehen.</numerusform>
            <numerusform>%n Anweisungen dieser Migration ändern das Schema, und jede wird sofort mit COMMIT abgeschlossen: Scheitert eine spätere, bleiben die früheren bestehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This statement commits whatever data was changed before it, and cannot be undone itself: if something later fails, they stay.</source>
        <translation>Diese Anweisung schließt alle davor geänderten Daten mit COMMIT ab und lässt sich selbst nicht rückgängig machen: Scheitert später etwas, bleiben sie bestehen.</translation>
    </message>
    <message>
        <source>If a later statement fails, this migration has to be run again, and stops here: what this does to “%1” is done already.</source>
        <translation>Scheitert eine spätere Anweisung, muss diese Migration erneut laufen und bleibt hier stehen: Was dies an „%1“ tut, ist dann schon getan.</translation>
    </message>
    <message>
        <source>A transaction that nobody commits is undone when the session ends; the migration may be recorded as applied all the same, and its locks last as long as the session.</source>
        <translation>Eine Transaktion ohne COMMIT wird rückgängig gemacht, wenn die Sitzung endet; die Migration wird vielleicht trotzdem als angewendet verzeichnet, und ihre Sperren bleiben so lange wie die Sitzung.</translation>
    </message>
    <message>
        <source>End the file with COMMIT.</source>
        <translation>Die Datei mit COMMIT beenden.</translation>
    </message>
    <message>
        <source>The tool that runs the migration begins and ends its transaction. A BEGIN or COMMIT of the file&apos;s own splits it: half of the migration may stay, without a row in the history or with one too many.</source>
        <translation>Das Werkzeug, das die Migration ausführt, beginnt und beendet ihre Transaktion. Ein eigenes BEGIN oder COMMIT der Datei teilt sie: Die halbe Migration bleibt vielleicht bestehen, ohne Zeile in der Historie oder mit einer zu viel.</translation>
    </message>
    <message>
        <source>Take it out. Where the parts need transactions of their own, make them migrations of their own.</source>
        <translation>Es entfernen. Brauchen die Teile eigene Transaktionen, sie zu eigenen Migrationen machen.</translation>
    </message>
    <message>
        <source>MySQL and MariaDB commit before and after every change of the schema, so a migration of several statements that fails in the middle stays half done, and nothing undoes it.</source>
        <translation>MySQL und MariaDB führen vor und nach jeder Schemaänderung ein COMMIT aus, daher bleibt eine Migration aus mehreren Anweisungen, die mittendrin scheitert, halb fertig, und nichts macht sie rückgängig.</translation>
    </message>
    <message>
        <source>One change of the schema a migration, and changes of data in migrations of their own.</source>
        <translation>Eine Schemaänderung je Migration, und Datenänderungen in eigenen Migrationen.</translation>
    </message>
    <message>
        <source>Outside a transaction a failure leaves the statements before it done. To run the migration again, each of them has to bear a second time.</source>
        <translation>Außerhalb einer Transaktion bleiben bei einem Fehler die Anweisungen davor ausgeführt. Damit die Migration erneut laufen kann, muss jede von ihnen ein zweites Mal vertragen.</translation>
    </message>
    <message>
        <source>Give the statement a migration of its own, or IF EXISTS or IF NOT EXISTS. Not for an index that is built concurrently: there it would keep an invalid one.</source>
        <translation>Der Anweisung eine eigene Migration geben, oder IF EXISTS oder IF NOT EXISTS. Nicht bei einem Index, der mit CONCURRENTLY aufgebaut wird: Dort bliebe so ein ungültiger erhalten.</translation>
    </message>
    <message>
        <source>The value &apos;%1&apos; was added in line %2 of the same transaction: PostgreSQL does not let it be used before that is committed, so this fails.</source>
        <translation>Der Wert &apos;%1&apos; wurde in Zeile %2 derselben Transaktion hinzugefügt: PostgreSQL lässt ihn erst nach deren COMMIT verwenden, daher scheitert dies.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; becomes the last value of “%2”, and can neither be moved nor removed later.</source>
        <translation>&apos;%1&apos; wird der letzte Wert von „%2“ und lässt sich später weder verschieben noch entfernen.</translation>
    </message>
    <message>
        <source>If two rows of “%1” have the same %2, this fails.</source>
        <translation>Haben zwei Zeilen von „%1“ denselben Wert in %2, scheitert dies.</translation>
    </message>
    <message>
        <source>A value added to an enum can be used only after its transaction is committed (55P04); statements sent as one string are one transaction.</source>
        <translation>Ein zu einem Enum hinzugefügter Wert lässt sich erst nach dem COMMIT seiner Transaktion verwenden (55P04); als ein Text gesendete Anweisungen sind eine Transaktion.</translation>
    </message>
    <message>
        <source>Add the value in a migration of its own, and use it in the next.</source>
        <translation>Den Wert in einer eigenen Migration hinzufügen und in der nächsten verwenden.</translation>
    </message>
    <message>
        <source>Values of an enum are compared in the order in which they stand. A new one goes to the end unless it is said where, and that cannot be changed.</source>
        <translation>Die Werte eines Enums werden nach der Reihenfolge verglichen, in der sie stehen. Ein neuer kommt ohne Angabe ans Ende, und das lässt sich nicht ändern.</translation>
    </message>
    <message>
        <source>Say where, with BEFORE or AFTER, if the order means something.</source>
        <translation>Mit BEFORE oder AFTER angeben, wohin er kommt, wenn die Reihenfolge etwas bedeutet.</translation>
    </message>
    <message>
        <source>Whether the rows that are there bear a new uniqueness shows only when the statement runs; a concurrent build that fails leaves an invalid index.</source>
        <translation>Ob die vorhandenen Zeilen eine neue Eindeutigkeit erfüllen, zeigt sich erst, wenn die Anweisung läuft; scheitert ein Aufbau mit CONCURRENTLY, bleibt ein ungültiger Index zurück.</translation>
    </message>
    <message>
        <source>Look first: SELECT the columns, GROUP BY them, HAVING count(*) &gt; 1. A comment “-- whimbrel: require QUERY = 0 MESSAGE” above the statement has it looked up before each run.</source>
        <translation>Zuerst nachsehen: SELECT mit den Spalten, GROUP BY nach ihnen, HAVING count(*) &gt; 1. Ein Kommentar „-- whimbrel: require QUERY = 0 MESSAGE“ über der Anweisung lässt es vor jedem Lauf prüfen.</translation>
    </message>
    <message>
        <source>The DEFAULT of “%2” gives each row a value of its own, so every row of “%1” is written anew, and nobody can read or write the table until that is done.</source>
        <translation>Der DEFAULT von „%2“ gibt jeder Zeile einen eigenen Wert, daher wird jede Zeile von „%1“ neu geschrieben, und niemand kann die Tabelle lesen oder beschreiben, bis das abgeschlossen ist.</translation>
    </message>
    <message>
        <source>If the DEFAULT of “%2” calls a volatile function, every row of “%1” is written anew, and nobody can read or write the table until that is done.</source>
        <translation>Ruft der DEFAULT von „%2“ eine volatile Funktion auf, wird jede Zeile von „%1“ neu geschrieben, und niemand kann die Tabelle lesen oder beschreiben, bis das abgeschlossen ist.</translation>
    </message>
    <message>
        <source>“%2” numbers the rows that are there, so every row of “%1” is written anew, and nobody can read or write the table until that is done.</source>
        <translation>„%2“ nummeriert die vorhandenen Zeilen, daher wird jede Zeile von „%1“ neu geschrieben, und niemand kann die Tabelle lesen oder beschreiben, bis das abgeschlossen ist.</translation>
    </message>
    <message>
        <source>“%2” is computed and stored for each row, so every row of “%1” is written anew, and nobody can read or write the table until that is done.</source>
        <translation>„%2“ wird für jede Zeile berechnet und gespeichert, daher wird jede Zeile von „%1“ neu geschrieben, und niemand kann die Tabelle lesen oder beschreiben, bis das abgeschlossen ist.</translation>
    </message>
    <message>
        <source>A new expression for “%2” computes it for each row again, so every row of “%1” is written anew, and nobody can read or write the table until that is done.</source>
        <translation>Ein neuer Ausdruck für „%2“ berechnet die Spalte für jede Zeile erneut, daher wird jede Zeile von „%1“ neu geschrieben, und niemand kann die Tabelle lesen oder beschreiben, bis das abgeschlossen ist.</translation>
    </message>
    <message>
        <source>“%2” is of the domain “%3”, which has a constraint: even without a default every row of “%1” is written anew, and nobody can read or write the table until that is done.</source>
        <translation>„%2“ ist von der Domäne „%3“, die einen Constraint hat: Auch ohne Vorgabewert wird jede Zeile von „%1“ neu geschrieben, und niemand kann die Tabelle lesen oder beschreiben, bis das abgeschlossen ist.</translation>
    </message>
    <message>
        <source>The CHECK of “%2” is held against every row of “%1”, although all values are the same, and nobody can read or write the table until that is done.</source>
        <translation>Der CHECK von „%2“ wird an jeder Zeile von „%1“ geprüft, obwohl alle Werte gleich sind, und niemand kann die Tabelle lesen oder beschreiben, bis das abgeschlossen ist.</translation>
    </message>
    <message>
        <source>A constant default, or a stable one such as now(), is kept once for all old rows. A volatile one has to be computed for each, which writes the table and its indexes anew under an ACCESS EXCLUSIVE lock.</source>
        <translation>Ein konstanter Vorgabewert, oder ein stabiler wie now(), wird einmal für alle alten Zeilen gespeichert. Ein volatiler muss für jede berechnet werden, was die Tabelle und ihre Indizes unter einer Sperre ACCESS EXCLUSIVE neu schreibt.</translation>
    </message>
    <message>
        <source>Add the column without a default, set the default in a statement of its own, and fill the old rows in batches.</source>
        <translation>Die Spalte ohne Vorgabewert anlegen, den Vorgabewert in einer eigenen Anweisung setzen und die alten Zeilen stapelweise füllen.</translation>
    </message>
    <message>
        <source>A serial or identity column takes the next number for each row there is, which writes the table and its indexes anew under an ACCESS EXCLUSIVE lock.</source>
        <translation>Eine Spalte mit serial oder identity nimmt für jede vorhandene Zeile die nächste Nummer, was die Tabelle und ihre Indizes unter einer Sperre ACCESS EXCLUSIVE neu schreibt.</translation>
    </message>
    <message>
        <source>Make the sequence and a plain column, set nextval() as its default, let the column own the sequence, fill the old rows in batches, then make it NOT NULL in steps.</source>
        <translation>Die Sequenz und eine einfache Spalte anlegen, nextval() als ihren Vorgabewert setzen, die Sequenz der Spalte zuordnen, die alten Zeilen stapelweise füllen und die Spalte dann schrittweise NOT NULL machen.</translation>
    </message>
    <message>
        <source>A stored generated column is computed for each row there is, which writes the table and its indexes anew under an ACCESS EXCLUSIVE lock.</source>
        <translation>Eine gespeicherte generierte Spalte wird für jede vorhandene Zeile berechnet, was die Tabelle und ihre Indizes unter einer Sperre ACCESS EXCLUSIVE neu schreibt.</translation>
    </message>
    <message>
        <source>Use a plain column that a BEFORE trigger keeps, and fill the old rows in batches. From PostgreSQL 18 on, a VIRTUAL column is free.</source>
        <translation>Eine einfache Spalte verwenden, die ein BEFORE-Trigger pflegt, und die alten Zeilen stapelweise füllen. Ab PostgreSQL 18 kostet eine Spalte mit VIRTUAL nichts.</translation>
    </message>
    <message>
        <source>A domain with a CHECK or NOT NULL is checked for each row there is, and PostgreSQL does that by writing the table anew under an ACCESS EXCLUSIVE lock. A domain without one is free.</source>
        <translation>Eine Domäne mit CHECK oder NOT NULL wird für jede vorhandene Zeile geprüft, und PostgreSQL tut das, indem es die Tabelle unter einer Sperre ACCESS EXCLUSIVE neu schreibt. Eine Domäne ohne beides kostet nichts.</translation>
    </message>
    <message>
        <source>Use the domain&apos;s base type, and a CHECK of the table&apos;s own: NOT VALID first, validated in the next transaction.</source>
        <translation>Den Basistyp der Domäne verwenden und einen eigenen CHECK der Tabelle: zuerst NOT VALID, in der nächsten Transaktion validiert.</translation>
    </message>
    <message>
        <source>ADD COLUMN with a CHECK reads the whole table under its ACCESS EXCLUSIVE lock, even where every row holds NULL.</source>
        <translation>ADD COLUMN mit einem CHECK liest die ganze Tabelle unter der Sperre ACCESS EXCLUSIVE, auch wo jede Zeile NULL enthält.</translation>
    </message>
    <message>
        <source>Add the column by itself, then the CHECK as NOT VALID, and validate it in the next transaction.</source>
        <translation>Die Spalte für sich anlegen, dann den CHECK als NOT VALID, und ihn in der nächsten Transaktion validieren.</translation>
    </message>
    <message>
        <source>%1 cannot run in a transaction, and the statements of this file are sent as one string, which makes them one: it will fail.</source>
        <translation>%1 kann nicht in einer Transaktion laufen, und die Anweisungen dieser Datei werden als eine Zeichenkette gesendet, was sie zu einer Transaktion macht: Die Anweisung wird scheitern.</translation>
    </message>
    <message>
        <source>%1 cannot run in a transaction, and this migration is run in one: it will fail. To run it without, write “%2”.</source>
        <translation>%1 kann nicht in einer Transaktion laufen, und diese Migration wird in einer ausgeführt: Die Anweisung wird scheitern. Um sie ohne Transaktion auszuführen, „%2“ schreiben.</translation>
    </message>
    <message>
        <source>%1 cannot run in a transaction, and this statement stands in one: it will fail.</source>
        <translation>%1 kann nicht in einer Transaktion laufen, und diese Anweisung steht in einer: Sie wird scheitern.</translation>
    </message>
    <message>
        <source>A lock_timeout of %1 is in force: waiting for older transactions counts as waiting for a lock, so this statement may give up and leave an invalid index behind.</source>
        <translation>Es gilt ein lock_timeout von %1: Warten auf ältere Transaktionen zählt als Warten auf eine Sperre, daher kann diese Anweisung aufgeben und einen ungültigen Index zurücklassen.</translation>
    </message>
    <message>
        <source>A statement_timeout of %1 is in force: if the build takes longer, it is cancelled and leaves an invalid index behind.</source>
        <translation>Es gilt ein statement_timeout von %1: Dauert der Aufbau länger, wird er abgebrochen und lässt einen ungültigen Index zurück.</translation>
    </message>
    <message>
        <source>PostgreSQL %1 may leave rows out of an index that it builds concurrently.</source>
        <translation>PostgreSQL %1 kann in einem Index, den es mit CONCURRENTLY aufbaut, Zeilen auslassen.</translation>
    </message>
    <message>
        <source>The statement commits by itself, so PostgreSQL refuses it inside a transaction (25001). Several statements sent as one string are a transaction too.</source>
        <translation>Die Anweisung schließt selbst mit COMMIT ab, daher lehnt PostgreSQL sie innerhalb einer Transaktion ab (25001). Auch mehrere Anweisungen, die als eine Zeichenkette gesendet werden, sind eine Transaktion.</translation>
    </message>
    <message>
        <source>Move it into a migration of its own, with the mark by which your tool runs a migration outside a transaction.</source>
        <translation>Sie in eine eigene Migration verlegen, mit der Markierung, durch die Ihr Werkzeug eine Migration außerhalb einer Transaktion ausführt.</translation>
    </message>
    <message>
        <source>A concurrent build that fails leaves an INVALID index, which every write keeps up and no query uses. With IF NOT EXISTS a second run only prints a notice and keeps it so.</source>
        <translation>Ein Aufbau mit CONCURRENTLY, der scheitert, lässt einen Index im Zustand INVALID zurück, den jedes Schreiben pflegt und keine Abfrage nutzt. Mit IF NOT EXISTS gibt ein zweiter Lauf nur eine Meldung aus und belässt es dabei.</translation>
    </message>
    <message>
        <source>Put DROP INDEX CONCURRENTLY IF EXISTS before it, leave IF NOT EXISTS out, and check indisvalid in pg_index afterwards.</source>
        <translation>DROP INDEX CONCURRENTLY IF EXISTS davorsetzen, IF NOT EXISTS weglassen und danach indisvalid in pg_index prüfen.</translation>
    </message>
    <message>
        <source>CONCURRENTLY waits for transactions older than itself, and blocks nobody meanwhile. A timeout made for short locks ends that wait and leaves an INVALID index.</source>
        <translation>CONCURRENTLY wartet auf Transaktionen, die älter sind, und blockiert inzwischen niemanden. Ein Zeitlimit für kurze Sperren beendet dieses Warten und lässt einen Index im Zustand INVALID zurück.</translation>
    </message>
    <message>
        <source>Switch the timeouts off before it (SET lock_timeout = 0; SET statement_timeout = 0) and on again afterwards.</source>
        <translation>Die Zeitlimits davor ausschalten (SET lock_timeout = 0; SET statement_timeout = 0) und danach wieder einschalten.</translation>
    </message>
    <message>
        <source>PostgreSQL 14.0 to 14.3 have a fault by which an index built concurrently may miss rows that were written meanwhile: queries then miss them too.</source>
        <translation>PostgreSQL 14.0 bis 14.3 haben einen Fehler, durch den einem mit CONCURRENTLY aufgebauten Index Zeilen fehlen können, die inzwischen geschrieben wurden: Abfragen fehlen sie dann auch.</translation>
    </message>
    <message>
        <source>Update the server to 14.4 or newer first.</source>
        <translation>Den Server zuerst auf 14.4 oder neuer aktualisieren.</translation>
    </message>
    <message>
        <source>Adding this CHECK reads every row of “%1”, and nobody can read or write the table until that is done.</source>
        <translation>Das Anlegen dieses CHECK liest jede Zeile von „%1“, und niemand kann die Tabelle lesen oder beschreiben, bis das abgeschlossen ist.</translation>
    </message>
    <message>
        <source>“%1” is validated while this transaction still locks “%2” for everyone: nobody can read or write the table until every row is read.</source>
        <translation>„%1“ wird validiert, während diese Transaktion „%2“ noch für alle sperrt: Niemand kann die Tabelle lesen oder beschreiben, bis jede Zeile gelesen ist.</translation>
    </message>
    <message>
        <source>“%1” is validated while this transaction still locks “%2” against writes: nobody can write to the table until every row is read.</source>
        <translation>„%1“ wird validiert, während diese Transaktion „%2“ noch gegen Schreiben sperrt: Niemand kann in die Tabelle schreiben, bis jede Zeile gelesen ist.</translation>
    </message>
    <message>
        <source>SET NOT NULL reads every row of “%1” to see whether “%2” holds NULL, and nobody can read or write the table until that is done.</source>
        <translation>SET NOT NULL liest jede Zeile von „%1“, um zu sehen, ob „%2“ NULL enthält, und niemand kann die Tabelle lesen oder beschreiben, bis das abgeschlossen ist.</translation>
    </message>
    <message>
        <source>Unless a valid CHECK proves that “%2” holds no NULL, SET NOT NULL reads every row of “%1”, and nobody can read or write the table until that is done.</source>
        <translation>Sofern kein gültiger CHECK beweist, dass „%2“ kein NULL enthält, liest SET NOT NULL jede Zeile von „%1“, und niemand kann die Tabelle lesen oder beschreiben, bis das abgeschlossen ist.</translation>
    </message>
    <message>
        <source>This UNIQUE constraint builds its index at once: nobody can read or write “%1” until it is done.</source>
        <translation>Dieser UNIQUE-Constraint baut seinen Index sofort auf: Niemand kann „%1“ lesen oder beschreiben, bis das abgeschlossen ist.</translation>
    </message>
    <message>
        <source>This PRIMARY KEY builds its index at once: nobody can read or write “%1” until it is done.</source>
        <translation>Dieser PRIMARY KEY baut seinen Index sofort auf: Niemand kann „%1“ lesen oder beschreiben, bis das abgeschlossen ist.</translation>
    </message>
    <message>
        <source>The index is there, but %2 may hold NULL: PRIMARY KEY reads every row of “%1”, and nobody can read or write the table until that is done.</source>
        <translation>Der Index ist da, aber %2 kann NULL enthalten: PRIMARY KEY liest jede Zeile von „%1“, und niemand kann die Tabelle lesen oder beschreiben, bis das abgeschlossen ist.</translation>
    </message>
    <message>
        <source>The index is there, but unless %2 cannot hold NULL, PRIMARY KEY reads every row of “%1”, and nobody can read or write the table until that is done.</source>
        <translation>Der Index ist da, aber sofern %2 NULL enthalten kann, liest PRIMARY KEY jede Zeile von „%1“, und niemand kann die Tabelle lesen oder beschreiben, bis das abgeschlossen ist.</translation>
    </message>
    <message>
        <source>This EXCLUDE constraint builds its index at once: nobody can read or write “%1” until it is done.</source>
        <translation>Dieser EXCLUDE-Constraint baut seinen Index sofort auf: Niemand kann „%1“ lesen oder beschreiben, bis das abgeschlossen ist.</translation>
    </message>
    <message>
        <source>ADD CHECK reads the whole table under an ACCESS EXCLUSIVE lock: reads and writes wait.</source>
        <translation>ADD CHECK liest die ganze Tabelle unter einer Sperre ACCESS EXCLUSIVE: Lesen und Schreiben warten.</translation>
    </message>
    <message>
        <source>Add it NOT VALID, which reads nothing; then, in another transaction, VALIDATE CONSTRAINT, which lets everyone read and write.</source>
        <translation>Ihn mit NOT VALID anlegen, was nichts liest; dann, in einer anderen Transaktion, VALIDATE CONSTRAINT, das alle lesen und schreiben lässt.</translation>
    </message>
    <message>
        <source>VALIDATE CONSTRAINT by itself lets everyone read and write. Locks last until the end of their transaction, so behind an ALTER TABLE it reads the table under that one&apos;s lock.</source>
        <translation>VALIDATE CONSTRAINT lässt für sich genommen alle lesen und schreiben. Sperren halten bis zum Ende ihrer Transaktion, daher liest es hinter einem ALTER TABLE die Tabelle unter dessen Sperre.</translation>
    </message>
    <message>
        <source>Validate in a transaction of its own: in the next migration, or after a COMMIT.</source>
        <translation>In einer eigenen Transaktion validieren: in der nächsten Migration oder nach einem COMMIT.</translation>
    </message>
    <message>
        <source>SET NOT NULL reads the whole table under an ACCESS EXCLUSIVE lock, unless a valid CHECK of this column proves that there is no NULL.</source>
        <translation>SET NOT NULL liest die ganze Tabelle unter einer Sperre ACCESS EXCLUSIVE, sofern kein gültiger CHECK dieser Spalte beweist, dass es kein NULL gibt.</translation>
    </message>
    <message>
        <source>Add CHECK (column IS NOT NULL) NOT VALID; validate it in the next transaction; then SET NOT NULL, which reads nothing any more; then drop the CHECK. From PostgreSQL 18 on, ADD CONSTRAINT … NOT NULL … NOT VALID and VALIDATE do the same.</source>
        <translation>CHECK (column IS NOT NULL) NOT VALID anlegen; ihn in der nächsten Transaktion validieren; dann SET NOT NULL, das nichts mehr liest; dann den CHECK löschen. Ab PostgreSQL 18 leisten ADD CONSTRAINT … NOT NULL … NOT VALID und VALIDATE dasselbe.</translation>
    </message>
    <message>
        <source>The constraint&apos;s index is built under an ACCESS EXCLUSIVE lock: reads wait as well as writes. NOT VALID does not exist for it.</source>
        <translation>Der Index des Constraints wird unter einer Sperre ACCESS EXCLUSIVE aufgebaut: Lesen wartet ebenso wie Schreiben. NOT VALID gibt es dafür nicht.</translation>
    </message>
    <message>
        <source>Build a unique index with CREATE UNIQUE INDEX CONCURRENTLY, then ADD CONSTRAINT … UNIQUE USING INDEX, which is instant.</source>
        <translation>Einen eindeutigen Index mit CREATE UNIQUE INDEX CONCURRENTLY aufbauen, dann ADD CONSTRAINT … UNIQUE USING INDEX, das sofort fertig ist.</translation>
    </message>
    <message>
        <source>A primary key needs a unique index and columns without NULL. Both are established under an ACCESS EXCLUSIVE lock, with one pass over the table each.</source>
        <translation>Ein Primärschlüssel braucht einen eindeutigen Index und Spalten ohne NULL. Beides wird unter einer Sperre ACCESS EXCLUSIVE hergestellt, mit je einem Durchgang durch die Tabelle.</translation>
    </message>
    <message>
        <source>Make the columns NOT NULL through a validated CHECK, build the index with CREATE UNIQUE INDEX CONCURRENTLY, then ADD CONSTRAINT … PRIMARY KEY USING INDEX.</source>
        <translation>Die Spalten über einen validierten CHECK NOT NULL machen, den Index mit CREATE UNIQUE INDEX CONCURRENTLY aufbauen, dann ADD CONSTRAINT … PRIMARY KEY USING INDEX.</translation>
    </message>
    <message>
        <source>The constraint&apos;s index is built under an ACCESS EXCLUSIVE lock, and there is no form of EXCLUDE that takes an index built before.</source>
        <translation>Der Index des Constraints wird unter einer Sperre ACCESS EXCLUSIVE aufgebaut, und es gibt keine Form von EXCLUDE, die einen zuvor aufgebauten Index übernimmt.</translation>
    </message>
    <message>
        <source>Make a new table with the constraint and move the rows into it, or enforce it by a trigger; else plan a maintenance window.</source>
        <translation>Eine neue Tabelle mit dem Constraint anlegen und die Zeilen dorthin verschieben, oder ihn durch einen Trigger durchsetzen; sonst ein Wartungsfenster planen.</translation>
    </message>
    <message>
        <source>Every table with a column of the domain “%1” is read, and nobody can write to any of them until that is done.</source>
        <translation>Jede Tabelle mit einer Spalte der Domäne „%1“ wird gelesen, und niemand kann in eine davon schreiben, bis das abgeschlossen ist.</translation>
    </message>
    <message>
        <source>The domain “%1” is used in %2: every row there is read, and nobody can write meanwhile.</source>
        <translation>Die Domäne „%1“ wird in %2 verwendet: Jede Zeile dort wird gelesen, und niemand kann inzwischen schreiben.</translation>
    </message>
    <message>
        <source>Every table of the type “%1” changes with it, and nobody can read or write one until the transaction ends.</source>
        <translation>Jede Tabelle vom Typ „%1“ ändert sich mit ihm, und niemand kann eine davon lesen oder beschreiben, bis die Transaktion endet.</translation>
    </message>
    <message>
        <source>The tables of the type “%1” change with it (%2), and nobody can read or write them until the transaction ends.</source>
        <translation>Die Tabellen vom Typ „%1“ ändern sich mit ihm (%2), und niemand kann sie lesen oder beschreiben, bis die Transaktion endet.</translation>
    </message>
    <message>
        <source>CASCADE drops whatever depends on “%1”, without naming it, and locks it for everyone until the transaction ends.</source>
        <translation>CASCADE löscht alles, was von „%1“ abhängt, ohne es zu nennen, und sperrt es für alle, bis die Transaktion endet.</translation>
    </message>
    <message>
        <source>CASCADE drops more than “%1”: %2 as well, locked for everyone until the transaction ends.</source>
        <translation>CASCADE löscht mehr als „%1“: auch %2, für alle gesperrt, bis die Transaktion endet.</translation>
    </message>
    <message>
        <source>From now on every UPDATE and DELETE of “%1” writes the whole old row to the log.</source>
        <translation>Von nun an schreibt jedes UPDATE und DELETE von „%1“ die ganze alte Zeile ins Log.</translation>
    </message>
    <message>
        <source>A new constraint of a domain is held against every table that uses the domain, under a SHARE lock on all of them: writes wait.</source>
        <translation>Ein neuer Constraint einer Domäne wird an jeder Tabelle geprüft, die die Domäne verwendet, unter einer Sperre SHARE auf allen: Schreiben wartet.</translation>
    </message>
    <message>
        <source>Add it NOT VALID, which locks no table, and validate it in a quiet hour: that holds the same lock, on one domain&apos;s tables.</source>
        <translation>Ihn mit NOT VALID anlegen, was keine Tabelle sperrt, und ihn in einer ruhigen Stunde validieren: Das hält dieselbe Sperre, auf den Tabellen einer Domäne.</translation>
    </message>
    <message>
        <source>A table made OF a composite type has the type&apos;s columns: changing the type with CASCADE changes those tables, under ACCESS EXCLUSIVE locks.</source>
        <translation>Eine aus einem zusammengesetzten Typ (OF) angelegte Tabelle hat dessen Spalten: Den Typ mit CASCADE zu ändern ändert diese Tabellen, unter Sperren ACCESS EXCLUSIVE.</translation>
    </message>
    <message>
        <source>Make a new type, or release the tables with NOT OF first and change them one by one.</source>
        <translation>Einen neuen Typ anlegen, oder die Tabellen zuerst mit NOT OF lösen und einzeln ändern.</translation>
    </message>
    <message>
        <source>CASCADE drops views, foreign keys, columns and more that the statement does not name, and locks each for everyone. What it drops on your machine need not be what it drops in production.</source>
        <translation>CASCADE löscht Views, Fremdschlüssel, Spalten und mehr, was die Anweisung nicht nennt, und sperrt jedes davon für alle. Was es auf Ihrem Rechner löscht, muss nicht sein, was es in der Produktion löscht.</translation>
    </message>
    <message>
        <source>Drop what depends on it by name, in statements of their own; then drop it without CASCADE.</source>
        <translation>Was davon abhängt, namentlich löschen, in eigenen Anweisungen; dann ohne CASCADE löschen.</translation>
    </message>
    <message>
        <source>REPLICA IDENTITY FULL logs the whole old row for each change, and subscribers look rows up by all of their columns.</source>
        <translation>REPLICA IDENTITY FULL schreibt für jede Änderung die ganze alte Zeile ins Log, und Abonnenten suchen Zeilen über alle ihre Spalten.</translation>
    </message>
    <message>
        <source>Use the primary key, or REPLICA IDENTITY USING INDEX with a unique index of NOT NULL columns.</source>
        <translation>Den Primärschlüssel verwenden, oder REPLICA IDENTITY USING INDEX mit einem eindeutigen Index aus Spalten mit NOT NULL.</translation>
    </message>
    <message>
        <source>Adding this foreign key reads all of “%1” and “%2” and lets nobody write to either until it is done. “%1” is partitioned, and before PostgreSQL 18 those take no foreign key NOT VALID: add it to each partition first.</source>
        <translation>Das Anlegen dieses Fremdschlüssels liest „%1“ und „%2“ vollständig und lässt niemanden in eine von beiden schreiben, bis das abgeschlossen ist. „%1“ ist partitioniert, und vor PostgreSQL 18 nehmen solche Tabellen keinen Fremdschlüssel mit NOT VALID an: Ihn zuerst an jeder Partition anlegen.</translation>
    </message>
    <message>
        <source>Adding this foreign key reads all of “%1” and “%2” and lets nobody write to either until it is done.</source>
        <translation>Das Anlegen dieses Fremdschlüssels liest „%1“ und „%2“ vollständig und lässt niemanden in eine von beiden schreiben, bis das abgeschlossen ist.</translation>
    </message>
    <message>
        <source>With a DEFAULT, even of NULL, adding “%1” with its foreign key reads all of “%2”, which nobody can read or write meanwhile.</source>
        <translation>Mit einem DEFAULT, auch mit NULL, liest das Anlegen von „%1“ mit seinem Fremdschlüssel „%2“ vollständig, und niemand kann die Tabelle inzwischen lesen oder beschreiben.</translation>
    </message>
    <message>
        <source>With a DEFAULT, adding “%1” with its foreign key reads all of “%2” and of “%3”; meanwhile nobody can read or write “%2” nor write to “%3”.</source>
        <translation>Mit einem DEFAULT liest das Anlegen von „%1“ mit seinem Fremdschlüssel „%2“ und „%3“ vollständig; inzwischen kann niemand „%2“ lesen oder beschreiben und niemand in „%3“ schreiben.</translation>
    </message>
    <message>
        <source>Dropping “%1” locks “%2” as well, because a foreign key joins them: nobody can read or write “%2” until the transaction ends.</source>
        <translation>Das Löschen von „%1“ sperrt auch „%2“, weil ein Fremdschlüssel sie verbindet: Niemand kann „%2“ lesen oder beschreiben, bis die Transaktion endet.</translation>
    </message>
    <message>
        <source>Dropping “%1” may lock “%2” as well, if a foreign key joins them: nobody could then read or write “%2” until the transaction ends.</source>
        <translation>Das Löschen von „%1“ sperrt vielleicht auch „%2“, wenn ein Fremdschlüssel sie verbindet: Niemand könnte dann „%2“ lesen oder beschreiben, bis die Transaktion endet.</translation>
    </message>
    <message>
        <source>Going by its name, “%1” is a foreign key of “%2”: dropping it locks the table it references as well, and nobody can read or write that one until the transaction ends.</source>
        <translation>Dem Namen nach ist „%1“ ein Fremdschlüssel von „%2“: Ihn zu löschen sperrt auch die Tabelle, auf die er verweist, und niemand kann diese lesen oder beschreiben, bis die Transaktion endet.</translation>
    </message>
    <message>
        <source>ADD FOREIGN KEY holds a SHARE ROW EXCLUSIVE lock on both tables while it reads both: writes to either wait, reads go on.</source>
        <translation>ADD FOREIGN KEY hält eine Sperre SHARE ROW EXCLUSIVE auf beiden Tabellen, während es beide liest: Schreiben in eine von beiden wartet, Lesen geht weiter.</translation>
    </message>
    <message>
        <source>A new column whose values are all NULL satisfies its foreign key without a look. With a DEFAULT the rows are checked, under the ACCESS EXCLUSIVE lock of ADD COLUMN.</source>
        <translation>Eine neue Spalte, deren Werte alle NULL sind, erfüllt ihren Fremdschlüssel ohne Prüfung. Mit einem DEFAULT werden die Zeilen geprüft, unter der Sperre ACCESS EXCLUSIVE von ADD COLUMN.</translation>
    </message>
    <message>
        <source>Add the column with its foreign key and without a default, set the default afterwards, and fill the old rows in batches.</source>
        <translation>Die Spalte mit ihrem Fremdschlüssel und ohne Vorgabewert anlegen, den Vorgabewert danach setzen und die alten Zeilen stapelweise füllen.</translation>
    </message>
    <message>
        <source>A foreign key is enforced by triggers on both tables. Whatever removes it takes an ACCESS EXCLUSIVE lock on both, so reads of a busy referenced table stop.</source>
        <translation>Ein Fremdschlüssel wird durch Trigger auf beiden Tabellen durchgesetzt. Was ihn entfernt, nimmt auf beiden eine Sperre ACCESS EXCLUSIVE, daher stockt auch das Lesen einer viel genutzten Zieltabelle.</translation>
    </message>
    <message>
        <source>Drop the foreign keys first, one in a transaction, with a short lock_timeout and another attempt when it runs out; then drop the rest.</source>
        <translation>Zuerst die Fremdschlüssel löschen, einen je Transaktion, mit kurzem lock_timeout und einem weiteren Versuch, wenn er abläuft; dann das Übrige löschen.</translation>
    </message>
    <message>
        <source>While this runs, nobody can read or write “%1”, which the statement in line %2 has locked until the transaction ends.</source>
        <translation>Während dies läuft, kann niemand „%1“ lesen oder beschreiben, denn die Anweisung in Zeile %2 hat es bis zum Ende der Transaktion gesperrt.</translation>
    </message>
    <message>
        <source>While this runs, nobody can write to “%1”, which the statement in line %2 has locked until the transaction ends.</source>
        <translation>Während dies läuft, kann niemand in „%1“ schreiben, denn die Anweisung in Zeile %2 hat es bis zum Ende der Transaktion gesperrt.</translation>
    </message>
    <message>
        <source>The foreign key of the new table lets nobody write to “%1” until the transaction ends, and more work follows in it.</source>
        <translation>Der Fremdschlüssel der neuen Tabelle lässt niemanden in „%1“ schreiben, bis die Transaktion endet, und darin folgt weitere Arbeit.</translation>
    </message>
    <message>
        <source>This transaction already keeps others from “%1” and now waits for %2: whoever needs both may deadlock with it, and each stays locked as long as the other.</source>
        <translation>Diese Transaktion hält andere bereits von „%1“ ab und wartet nun auf %2: Wer beide braucht, kann mit ihr in einen Deadlock geraten, und jede bleibt so lange gesperrt wie die andere.</translation>
    </message>
    <message>
        <source>“%1” is read or written from end to end twice, by this statement and by the one before; one ALTER TABLE with both does it once.</source>
        <translation>„%1“ wird zweimal von Anfang bis Ende gelesen oder geschrieben, durch diese und die vorige Anweisung; ein ALTER TABLE mit beidem tut es einmal.</translation>
    </message>
    <message>
        <source>A foreign key in CREATE TABLE reads nothing, but holds a SHARE ROW EXCLUSIVE lock on the table it references until the transaction ends.</source>
        <translation>Ein Fremdschlüssel in CREATE TABLE liest nichts, hält aber bis zum Ende der Transaktion eine Sperre SHARE ROW EXCLUSIVE auf der Tabelle, auf die er verweist.</translation>
    </message>
    <message>
        <source>Make it the last statement of its transaction, or give it a transaction of its own.</source>
        <translation>Die Anweisung zur letzten ihrer Transaktion machen, oder ihr eine eigene Transaktion geben.</translation>
    </message>
    <message>
        <source>A transaction that waits for one table while it holds another stops both for as long as the slower of them takes, and deadlocks with code that takes them the other way round.</source>
        <translation>Eine Transaktion, die auf eine Tabelle wartet, während sie eine andere hält, hält beide so lange an, wie die langsamere dauert, und gerät in einen Deadlock mit Code, der sie in umgekehrter Reihenfolge nimmt.</translation>
    </message>
    <message>
        <source>Change one table a transaction.</source>
        <translation>Je Transaktion eine Tabelle ändern.</translation>
    </message>
    <message>
        <source>A lock lasts until its transaction ends. What comes after the ALTER TABLE, however harmless by itself, keeps the table locked for as long as it takes.</source>
        <translation>Eine Sperre hält, bis ihre Transaktion endet. Was nach dem ALTER TABLE kommt, für sich noch so harmlos, hält die Tabelle gesperrt, solange es dauert.</translation>
    </message>
    <message>
        <source>Commit first: put the work into a migration of its own, in batches.</source>
        <translation>Zuerst COMMIT ausführen: die Arbeit in eine eigene Migration verlegen, in Stapeln.</translation>
    </message>
    <message>
        <source>Each statement that reads or writes the whole table is a pass of its own over it.</source>
        <translation>Jede Anweisung, die die ganze Tabelle liest oder schreibt, ist ein eigener Durchgang durch sie.</translation>
    </message>
    <message>
        <source>Join them into one ALTER TABLE, with commas.</source>
        <translation>Sie mit Kommas zu einem ALTER TABLE verbinden.</translation>
    </message>
    <message>
        <source>Building an index on “%1” lets nobody write to the table until every row is read.</source>
        <translation>Der Aufbau eines Index auf „%1“ lässt niemanden in die Tabelle schreiben, bis jede Zeile gelesen ist.</translation>
    </message>
    <message>
        <source>“%1” is partitioned, and PostgreSQL builds no index concurrently on a partitioned table.</source>
        <translation>„%1“ ist partitioniert, und PostgreSQL baut auf einer partitionierten Tabelle keinen Index mit CONCURRENTLY auf.</translation>
    </message>
    <message>
        <source>Building an index on “%1” builds it on every partition, and lets nobody write to any of them until the last one is done.</source>
        <translation>Der Aufbau eines Index auf „%1“ baut ihn auf jeder Partition auf und lässt niemanden in eine davon schreiben, bis die letzte fertig ist.</translation>
    </message>
    <message>
        <source>Dropping the index “%1” lets nobody read or write its table, and waits for everyone who does.</source>
        <translation>Das Löschen des Index „%1“ lässt niemanden seine Tabelle lesen oder beschreiben und wartet auf alle, die es gerade tun.</translation>
    </message>
    <message>
        <source>Dropping the index “%1” lets nobody read or write “%2”, and waits for everyone who does.</source>
        <translation>Das Löschen des Index „%1“ lässt niemanden „%2“ lesen oder beschreiben und wartet auf alle, die es gerade tun.</translation>
    </message>
    <message>
        <source>DROP INDEX CONCURRENTLY takes one index at a time; this statement names several and will fail.</source>
        <translation>DROP INDEX CONCURRENTLY nimmt nur einen Index auf einmal; diese Anweisung nennt mehrere und wird scheitern.</translation>
    </message>
    <message>
        <source>DROP INDEX CONCURRENTLY cannot take CASCADE; this statement will fail.</source>
        <translation>DROP INDEX CONCURRENTLY nimmt kein CASCADE an; diese Anweisung wird scheitern.</translation>
    </message>
    <message>
        <source>The index “%1” serves the constraint “%2” of “%3”, so it cannot be dropped by itself; this statement will fail.</source>
        <translation>Der Index „%1“ dient dem Constraint „%2“ von „%3“, daher lässt er sich nicht für sich löschen; diese Anweisung wird scheitern.</translation>
    </message>
    <message>
        <source>“%1” is an index of the partitioned table “%2”, and those cannot be dropped concurrently; this statement will fail.</source>
        <translation>„%1“ ist ein Index der partitionierten Tabelle „%2“, und solche lassen sich nicht mit CONCURRENTLY löschen; diese Anweisung wird scheitern.</translation>
    </message>
    <message>
        <source>Building every index again lets nobody write to the tables meanwhile, and readers that would use an index wait as well.</source>
        <translation>Das Neuaufbauen jedes Index lässt inzwischen niemanden in die Tabellen schreiben, und Leser, die einen Index nutzen würden, warten ebenfalls.</translation>
    </message>
    <message>
        <source>Building “%1” again lets nobody write to the table until it is done, and readers wait too, because planning any query opens all of its indexes.</source>
        <translation>Das Neuaufbauen von „%1“ lässt niemanden in die Tabelle schreiben, bis es fertig ist, und auch Leser warten, denn das Planen jeder Abfrage öffnet alle ihre Indizes.</translation>
    </message>
    <message>
        <source>CREATE INDEX holds a SHARE lock on its table for the whole build: every INSERT, UPDATE and DELETE waits, and everything that waits for those.</source>
        <translation>CREATE INDEX hält während des ganzen Aufbaus eine Sperre SHARE auf der Tabelle: Jedes INSERT, UPDATE und DELETE wartet, und alles, was auf diese wartet.</translation>
    </message>
    <message>
        <source>Build it with CREATE INDEX CONCURRENTLY, outside a transaction and in a migration of its own, and check afterwards that the index is valid.</source>
        <translation>Ihn mit CREATE INDEX CONCURRENTLY aufbauen, außerhalb einer Transaktion und in einer eigenen Migration, und danach prüfen, dass der Index gültig ist.</translation>
    </message>
    <message>
        <source>An index on a partitioned table is built on one partition after the other under a SHARE lock on all of them, and PostgreSQL has no concurrent form of it.</source>
        <translation>Ein Index auf einer partitionierten Tabelle wird auf einer Partition nach der anderen aufgebaut, unter einer Sperre SHARE auf allen, und PostgreSQL hat davon keine Form mit CONCURRENTLY.</translation>
    </message>
    <message>
        <source>Make the parent&apos;s index with CREATE INDEX … ON ONLY, which is instant; build each partition&apos;s index concurrently; attach them with ALTER INDEX … ATTACH PARTITION. The parent&apos;s index becomes valid with the last one.</source>
        <translation>Den Index der übergeordneten Tabelle mit CREATE INDEX … ON ONLY anlegen, was sofort fertig ist; den Index jeder Partition mit CONCURRENTLY aufbauen; sie mit ALTER INDEX … ATTACH PARTITION anhängen. Mit dem letzten wird der Index der übergeordneten Tabelle gültig.</translation>
    </message>
    <message>
        <source>DROP INDEX takes an ACCESS EXCLUSIVE lock on the table. While it waits behind a long query, everyone who comes later waits behind it, readers included.</source>
        <translation>DROP INDEX nimmt eine Sperre ACCESS EXCLUSIVE auf der Tabelle. Während es hinter einer langen Abfrage wartet, warten alle, die später kommen, hinter ihm, auch Leser.</translation>
    </message>
    <message>
        <source>Use DROP INDEX CONCURRENTLY IF EXISTS, one index a statement, outside a transaction.</source>
        <translation>DROP INDEX CONCURRENTLY IF EXISTS verwenden, ein Index je Anweisung, außerhalb einer Transaktion.</translation>
    </message>
    <message>
        <source>DROP INDEX CONCURRENTLY takes a single index that stands for itself: no list, no CASCADE, no partitioned index, none that serves a constraint.</source>
        <translation>DROP INDEX CONCURRENTLY nimmt einen einzelnen Index, der für sich steht: keine Liste, kein CASCADE, keinen partitionierten Index und keinen, der einem Constraint dient.</translation>
    </message>
    <message>
        <source>Write one statement for each index. Where a constraint needs the index, drop the constraint with a short lock_timeout.</source>
        <translation>Für jeden Index eine Anweisung schreiben. Wo ein Constraint den Index braucht, den Constraint mit kurzem lock_timeout löschen.</translation>
    </message>
    <message>
        <source>REINDEX holds a SHARE lock on the table and an ACCESS EXCLUSIVE lock on each index it builds, and planning any query on the table needs all of its indexes.</source>
        <translation>REINDEX hält eine Sperre SHARE auf der Tabelle und eine Sperre ACCESS EXCLUSIVE auf jedem Index, den es aufbaut, und das Planen jeder Abfrage auf der Tabelle braucht alle ihre Indizes.</translation>
    </message>
    <message>
        <source>Use REINDEX … CONCURRENTLY outside a transaction. REINDEX SYSTEM has no such form.</source>
        <translation>REINDEX … CONCURRENTLY außerhalb einer Transaktion verwenden. REINDEX SYSTEM hat keine solche Form.</translation>
    </message>
    <message>
        <source>Unless a valid CHECK proves that the rows of “%1” fit, attaching it reads all of them, and nobody can read or write “%1” until that is done.</source>
        <translation>Sofern kein gültiger CHECK beweist, dass die Zeilen von „%1“ passen, liest das Anhängen sie alle, und niemand kann „%1“ lesen oder beschreiben, bis das abgeschlossen ist.</translation>
    </message>
    <message>
        <source>Unless a valid CHECK of the default partition “%1” excludes the new one&apos;s rows, attaching reads all of it, and nobody can read or write “%1” until that is done.</source>
        <translation>Sofern kein gültiger CHECK der Vorgabepartition „%1“ die Zeilen der neuen ausschließt, liest das Anhängen sie vollständig, und niemand kann „%1“ lesen oder beschreiben, bis das abgeschlossen ist.</translation>
    </message>
    <message>
        <source>Making a partition of “%1” this way waits for everyone who uses it, and reads all of its default partition “%2”; nobody can read or write “%1” until the transaction ends.</source>
        <translation>Auf diese Weise eine Partition von „%1“ anzulegen wartet auf alle, die die Tabelle nutzen, und liest ihre Vorgabepartition „%2“ vollständig; niemand kann „%1“ lesen oder beschreiben, bis die Transaktion endet.</translation>
    </message>
    <message>
        <source>Making a partition of “%1” this way waits for everyone who uses it, and nobody can read or write it until the transaction ends.</source>
        <translation>Auf diese Weise eine Partition von „%1“ anzulegen wartet auf alle, die die Tabelle nutzen, und niemand kann sie lesen oder beschreiben, bis die Transaktion endet.</translation>
    </message>
    <message>
        <source>Detaching “%2” waits for everyone who uses “%1”, and nobody can read or write “%1” until the transaction ends; with a default partition there is no other way.</source>
        <translation>Das Abtrennen von „%2“ wartet auf alle, die „%1“ nutzen, und niemand kann „%1“ lesen oder beschreiben, bis die Transaktion endet; mit einer Vorgabepartition gibt es keinen anderen Weg.</translation>
    </message>
    <message>
        <source>Detaching “%2” this way waits for everyone who uses “%1”, and nobody can read or write “%1” until the transaction ends.</source>
        <translation>Das Abtrennen von „%2“ auf diese Weise wartet auf alle, die „%1“ nutzen, und niemand kann „%1“ lesen oder beschreiben, bis die Transaktion endet.</translation>
    </message>
    <message>
        <source>“%1” is a partition: dropping it locks “%2” as well, and nobody can read or write that until the transaction ends. Detached first, it can be dropped alone.</source>
        <translation>„%1“ ist eine Partition: Sie zu löschen sperrt auch „%2“, und niemand kann diese Tabelle lesen oder beschreiben, bis die Transaktion endet. Zuerst abgetrennt, lässt sie sich allein löschen.</translation>
    </message>
    <message numerus="yes">
        <source>This also locks the %n table(s) below “%1”, for as long.</source>
        <translation>
            <numerusform>Dies sperrt auch die %n Tabelle unter „%1“, ebenso lange.</numerusform>
            <numerusform>Dies sperrt auch die %n Tabellen unter „%1“, ebenso lange.</numerusform>
        </translation>
    </message>
    <message>
        <source>ATTACH PARTITION checks the rows of the new partition, and those of the default partition, under ACCESS EXCLUSIVE locks on them. A valid CHECK that says the same saves the reading.</source>
        <translation>ATTACH PARTITION prüft die Zeilen der neuen Partition und die der Vorgabepartition, unter Sperren ACCESS EXCLUSIVE auf beiden. Ein gültiger CHECK, der dasselbe sagt, erspart das Lesen.</translation>
    </message>
    <message>
        <source>Before it, add a CHECK with the partition&apos;s bounds NOT VALID and validate it in the next transaction; the same on the default partition, to exclude them; drop the CHECKs afterwards.</source>
        <translation>Davor einen CHECK mit den Grenzen der Partition als NOT VALID anlegen und ihn in der nächsten Transaktion validieren; ebenso auf der Vorgabepartition, um sie auszuschließen; die CHECKs danach löschen.</translation>
    </message>
    <message>
        <source>CREATE TABLE … PARTITION OF takes an ACCESS EXCLUSIVE lock on the partitioned table: every query on it waits. ATTACH PARTITION lets them all go on.</source>
        <translation>CREATE TABLE … PARTITION OF nimmt eine Sperre ACCESS EXCLUSIVE auf der partitionierten Tabelle: Jede Abfrage auf ihr wartet. ATTACH PARTITION lässt alle weiterlaufen.</translation>
    </message>
    <message>
        <source>Create the table by itself with LIKE … INCLUDING DEFAULTS INCLUDING CONSTRAINTS, then ATTACH PARTITION.</source>
        <translation>Die Tabelle für sich mit LIKE … INCLUDING DEFAULTS INCLUDING CONSTRAINTS anlegen, dann ATTACH PARTITION.</translation>
    </message>
    <message>
        <source>DETACH PARTITION takes an ACCESS EXCLUSIVE lock on the partitioned table, and so does dropping a partition: every query on the table waits.</source>
        <translation>DETACH PARTITION nimmt eine Sperre ACCESS EXCLUSIVE auf der partitionierten Tabelle, und das Löschen einer Partition ebenso: Jede Abfrage auf der Tabelle wartet.</translation>
    </message>
    <message>
        <source>Use DETACH PARTITION … CONCURRENTLY outside a transaction (PostgreSQL 14 and newer, not with a default partition); if it was interrupted, DETACH PARTITION … FINALIZE. Drop the table afterwards.</source>
        <translation>DETACH PARTITION … CONCURRENTLY außerhalb einer Transaktion verwenden (PostgreSQL 14 und neuer, nicht mit einer Vorgabepartition); wurde es unterbrochen, DETACH PARTITION … FINALIZE. Die Tabelle danach löschen.</translation>
    </message>
    <message>
        <source>A change of a parent or partitioned table takes the same lock on every table below it; with very many of them, max_locks_per_transaction may not be enough.</source>
        <translation>Eine Änderung einer übergeordneten oder partitionierten Tabelle nimmt dieselbe Sperre auf jeder Tabelle darunter; bei sehr vielen reicht max_locks_per_transaction vielleicht nicht aus.</translation>
    </message>
    <message>
        <source>Where PostgreSQL allows it, change the tables below one at a time with ONLY, the parent last.</source>
        <translation>Wo PostgreSQL es erlaubt, die Tabellen darunter einzeln mit ONLY ändern, die übergeordnete zuletzt.</translation>
    </message>
    <message>
        <source>Changing “%2” to %3 writes every row of “%1” anew and builds its indexes again, and nobody can read or write the table until that is done.</source>
        <translation>Das Ändern von „%2“ zu %3 schreibt jede Zeile von „%1“ neu und baut die Indizes neu auf, und niemand kann die Tabelle lesen oder beschreiben, bis das abgeschlossen ist.</translation>
    </message>
    <message>
        <source>Changing “%2” to %3 may write every row of “%1” anew, depending on the type it has now, and nobody could read or write the table until that is done.</source>
        <translation>Das Ändern von „%2“ zu %3 schreibt vielleicht jede Zeile von „%1“ neu, je nach dem jetzigen Typ, und niemand könnte die Tabelle lesen oder beschreiben, bis das abgeschlossen ist.</translation>
    </message>
    <message>
        <source>Changing “%2” to %3 leaves the rows of “%1” as they are, but builds indexes again, and nobody can read or write the table until that is done.</source>
        <translation>Das Ändern von „%2“ zu %3 lässt die Zeilen von „%1“, wie sie sind, baut aber Indizes neu auf, und niemand kann die Tabelle lesen oder beschreiben, bis das abgeschlossen ist.</translation>
    </message>
    <message>
        <source>Changing “%2” to %3 reads every row of “%1”, and nobody can read or write the table until that is done.</source>
        <translation>Das Ändern von „%2“ zu %3 liest jede Zeile von „%1“, und niemand kann die Tabelle lesen oder beschreiben, bis das abgeschlossen ist.</translation>
    </message>
    <message>
        <source>Changing “%2” to %3 may read every row of “%1” or build indexes again, and nobody could read or write the table until that is done.</source>
        <translation>Das Ändern von „%2“ zu %3 liest vielleicht jede Zeile von „%1“ oder baut Indizes neu auf, und niemand könnte die Tabelle lesen oder beschreiben, bis das abgeschlossen ist.</translation>
    </message>
    <message>
        <source>Every table is written anew, one after the other, and nobody can read or write one meanwhile.</source>
        <translation>Jede Tabelle wird neu geschrieben, eine nach der anderen, und niemand kann eine davon inzwischen lesen oder beschreiben.</translation>
    </message>
    <message>
        <source>Every row of “%1” is written anew, and nobody can read or write the table until that is done.</source>
        <translation>Jede Zeile von „%1“ wird neu geschrieben, und niemand kann die Tabelle lesen oder beschreiben, bis das abgeschlossen ist.</translation>
    </message>
    <message>
        <source>Unless nothing changes by it, every row of “%1” is written anew, and nobody can read or write the table until that is done.</source>
        <translation>Sofern sich dadurch überhaupt etwas ändert, wird jede Zeile von „%1“ neu geschrieben, und niemand kann die Tabelle lesen oder beschreiben, bis das abgeschlossen ist.</translation>
    </message>
    <message>
        <source>Nobody can read “%1” until its query is done.</source>
        <translation>Niemand kann „%1“ lesen, bis die Abfrage fertig ist.</translation>
    </message>
    <message>
        <source>ALTER COLUMN TYPE holds an ACCESS EXCLUSIVE lock. Few changes are free (a longer varchar, varchar to text); most write the table and all indexes anew, and some that leave the table alone build indexes again, recheck constraints, or lock the other side of a foreign key.</source>
        <translation>ALTER COLUMN TYPE hält eine Sperre ACCESS EXCLUSIVE. Wenige Änderungen kosten nichts (ein längeres varchar, varchar zu text); die meisten schreiben die Tabelle und alle Indizes neu, und manche, die die Tabelle nicht anrühren, bauen Indizes neu auf, prüfen Constraints erneut oder sperren die andere Seite eines Fremdschlüssels.</translation>
    </message>
    <message>
        <source>Add a column of the new type, keep it in step by a trigger, fill it in batches, move the code over, and drop the old column later.</source>
        <translation>Eine Spalte vom neuen Typ anlegen, sie durch einen Trigger gleich halten, sie stapelweise füllen, den Code umstellen und die alte Spalte später löschen.</translation>
    </message>
    <message>
        <source>PostgreSQL refuses to change the type of a column that a view, a rule, a policy, a trigger&apos;s column list or a generated column uses, and any change for which there is no assignment cast.</source>
        <translation>PostgreSQL lehnt es ab, den Typ einer Spalte zu ändern, die eine View, eine Regel, eine Policy, die Spaltenliste eines Triggers oder eine generierte Spalte verwendet, und jede Änderung, für die es keinen Zuweisungs-Cast gibt.</translation>
    </message>
    <message>
        <source>Drop and recreate what uses the column in the same transaction, or add a column of the new type beside it. Where the cast is missing, write USING.</source>
        <translation>Was die Spalte verwendet, in derselben Transaktion löschen und neu anlegen, oder daneben eine Spalte vom neuen Typ anlegen. Wo der Cast fehlt, USING schreiben.</translation>
    </message>
    <message>
        <source>VACUUM FULL, CLUSTER, SET LOGGED, SET UNLOGGED, SET TABLESPACE and SET ACCESS METHOD copy the whole table under an ACCESS EXCLUSIVE lock. An unlogged table is emptied by a crash and absent on replicas.</source>
        <translation>VACUUM FULL, CLUSTER, SET LOGGED, SET UNLOGGED, SET TABLESPACE und SET ACCESS METHOD kopieren die ganze Tabelle unter einer Sperre ACCESS EXCLUSIVE. Eine Tabelle mit UNLOGGED wird durch einen Absturz geleert und fehlt auf Replikaten.</translation>
    </message>
    <message>
        <source>Use pg_repack, or a new table that takes over; VACUUM without FULL blocks nobody.</source>
        <translation>pg_repack verwenden, oder eine neue Tabelle, die übernimmt; VACUUM ohne FULL blockiert niemanden.</translation>
    </message>
    <message>
        <source>REFRESH holds an ACCESS EXCLUSIVE lock on the materialized view while its query runs: every reader waits.</source>
        <translation>REFRESH hält eine Sperre ACCESS EXCLUSIVE auf der materialisierten View, während ihre Abfrage läuft: Jeder Leser wartet.</translation>
    </message>
    <message>
        <source>Give it a unique index without a WHERE, once, and use REFRESH MATERIALIZED VIEW CONCURRENTLY: readers go on.</source>
        <translation>Ihr einmal einen eindeutigen Index ohne WHERE geben und REFRESH MATERIALIZED VIEW CONCURRENTLY verwenden: Leser arbeiten weiter.</translation>
    </message>
    <message>
        <source>Changing a trigger of “%1” this way waits for everyone who uses the table, and nobody can read or write it until the transaction ends.</source>
        <translation>Einen Trigger von „%1“ auf diese Weise zu ändern wartet auf alle, die die Tabelle nutzen, und niemand kann sie lesen oder beschreiben, bis die Transaktion endet.</translation>
    </message>
    <message>
        <source>Changing a trigger of “%1” this way waits for everyone who writes to the table, and nobody can write to it until the transaction ends.</source>
        <translation>Einen Trigger von „%1“ auf diese Weise zu ändern wartet auf alle, die in die Tabelle schreiben, und niemand kann in sie schreiben, bis die Transaktion endet.</translation>
    </message>
    <message>
        <source>“%1” has no policy yet: from this statement on, everyone but its owner sees none of its rows.</source>
        <translation>„%1“ hat noch keine Policy: Von dieser Anweisung an sehen alle außer dem Eigentümer keine Zeile daraus.</translation>
    </message>
    <message>
        <source>If “%1” has no policy yet, everyone but its owner sees none of its rows from this statement on.</source>
        <translation>Hat „%1“ noch keine Policy, sehen alle außer dem Eigentümer von dieser Anweisung an keine Zeile daraus.</translation>
    </message>
    <message>
        <source>Changing a policy or rule of “%1” waits for everyone who uses the table, and nobody can read or write it until the transaction ends.</source>
        <translation>Eine Policy oder Regel von „%1“ zu ändern wartet auf alle, die die Tabelle nutzen, und niemand kann sie lesen oder beschreiben, bis die Transaktion endet.</translation>
    </message>
    <message>
        <source>Creating, enabling or disabling a trigger stops writes to its table; dropping or renaming one stops reads as well. The change is short, the wait for the lock may not be, and later queries queue behind it.</source>
        <translation>Einen Trigger anzulegen, einzuschalten oder auszuschalten hält das Schreiben in seine Tabelle an; einen zu löschen oder umzubenennen auch das Lesen. Die Änderung ist kurz, das Warten auf die Sperre vielleicht nicht, und spätere Abfragen stauen sich dahinter.</translation>
    </message>
    <message>
        <source>Bound the wait with a lock_timeout and try again. To change what a trigger does, replace its function: that locks no table.</source>
        <translation>Das Warten mit einem lock_timeout begrenzen und es erneut versuchen. Um zu ändern, was ein Trigger tut, seine Funktion ersetzen: Das sperrt keine Tabelle.</translation>
    </message>
    <message>
        <source>Policies, rules and row security change under an ACCESS EXCLUSIVE lock. Row security without a policy hides every row from everyone but the owner.</source>
        <translation>Policies, Regeln und Zeilensicherheit ändern sich unter einer Sperre ACCESS EXCLUSIVE. Zeilensicherheit ohne Policy verbirgt jede Zeile vor allen außer dem Eigentümer.</translation>
    </message>
    <message>
        <source>Create the policies first and enable row security in the same transaction, with a short lock_timeout.</source>
        <translation>Zuerst die Policies anlegen und die Zeilensicherheit in derselben Transaktion einschalten, mit kurzem lock_timeout.</translation>
    </message>
    <message>
        <source>SET LOCAL lock_timeout has no effect outside a transaction: the statements after it wait without a bound.</source>
        <translation>SET LOCAL lock_timeout wirkt außerhalb einer Transaktion nicht: Die Anweisungen danach warten unbegrenzt.</translation>
    </message>
    <message>
        <source>Nothing bounds the wait for %1 on %2: behind one long query it waits, and everyone who comes later waits behind it.</source>
        <translation>Nichts begrenzt das Warten auf %1 auf %2: Es wartet hinter einer einzigen langen Abfrage, und alle, die später kommen, warten dahinter.</translation>
    </message>
    <message>
        <source>This file sets no lock_timeout, and nothing is known of who will run it: behind one long query the wait for %1 on %2 could last, and everyone who comes later would wait behind it.</source>
        <translation>Diese Datei setzt keinen lock_timeout, und wer sie ausführen wird, ist nicht bekannt: Hinter einer einzigen langen Abfrage könnte das Warten auf %1 auf %2 dauern, und alle, die später kommen, würden dahinter warten.</translation>
    </message>
    <message>
        <source>LOCK TABLE outside a transaction fails, because its lock would end at once.</source>
        <translation>LOCK TABLE außerhalb einer Transaktion scheitert, weil die Sperre sofort wieder enden würde.</translation>
    </message>
    <message>
        <source>A request for a strong lock queues behind whoever uses the table, and everyone who comes later queues behind the request, even plain SELECTs: a moment&apos;s change becomes an outage as long as the longest query.</source>
        <translation>Eine Anforderung einer starken Sperre stellt sich hinter alle an, die die Tabelle nutzen, und alle, die später kommen, stellen sich hinter sie, selbst einfache SELECTs: Aus der Änderung eines Augenblicks wird ein Ausfall, der so lange dauert wie die längste Abfrage.</translation>
    </message>
    <message>
        <source>SET lock_timeout to a second or two before it and try again when it runs out; Whimbrel&apos;s guard does both.</source>
        <translation>Davor lock_timeout mit SET auf ein bis zwei Sekunden setzen und es erneut versuchen, wenn er abläuft; der Wächter von Whimbrel tut beides.</translation>
    </message>
    <message>
        <source>LOCK TABLE takes ACCESS EXCLUSIVE where no mode is written, and keeps it until the transaction ends, whatever the statements after it need.</source>
        <translation>LOCK TABLE nimmt ACCESS EXCLUSIVE, wo kein Modus angegeben ist, und behält die Sperre bis zum Ende der Transaktion, was immer die Anweisungen danach brauchen.</translation>
    </message>
    <message>
        <source>Name the weakest mode that serves, inside a short transaction, with NOWAIT or a lock_timeout. Most migrations need no LOCK at all.</source>
        <translation>Den schwächsten ausreichenden Modus angeben, in einer kurzen Transaktion, mit NOWAIT oder einem lock_timeout. Die meisten Migrationen brauchen gar kein LOCK.</translation>
    </message>
    <message>
        <source>“%1” is copied row by row, and nobody can write to it meanwhile.</source>
        <translation>„%1“ wird Zeile für Zeile kopiert, und niemand kann inzwischen in die Tabelle schreiben.</translation>
    </message>
    <message>
        <source>“%1” is copied row by row; writes go on, and are repeated on the copy.</source>
        <translation>„%1“ wird Zeile für Zeile kopiert; Schreibzugriffe gehen weiter und werden auf der Kopie wiederholt.</translation>
    </message>
    <message>
        <source>“%1” is built again in place: as much disk space again, and replicas fall behind.</source>
        <translation>„%1“ wird an Ort und Stelle neu aufgebaut: Das braucht noch einmal so viel Speicherplatz, und Repliken geraten in Rückstand.</translation>
    </message>
    <message>
        <source>Nobody can write to “%1” until this is done.</source>
        <translation>Niemand kann in „%1“ schreiben, bis dies abgeschlossen ist.</translation>
    </message>
    <message>
        <source>The server chooses how to change “%1”, and copies the table where nothing else serves.</source>
        <translation>Der Server wählt, wie er „%1“ ändert, und kopiert die Tabelle, wo nichts anderes geht.</translation>
    </message>
    <message>
        <source>“%1” loses %2: the new definition leaves it out.</source>
        <translation>„%1“ verliert %2: Die neue Definition lässt es weg.</translation>
    </message>
    <message>
        <source>MySQL reads REFERENCES at “%1” and makes no foreign key of it.</source>
        <translation>MySQL liest REFERENCES bei „%1“ und legt keinen Fremdschlüssel daraus an.</translation>
    </message>
    <message>
        <source>The server writes a new copy of the table. Before MariaDB 11.2, and in MySQL, writes wait until it is done; replicas do the same again afterwards, and stand still meanwhile.</source>
        <translation>Der Server schreibt eine neue Kopie der Tabelle. Vor MariaDB 11.2 und in MySQL warten Schreibzugriffe, bis sie fertig ist; Repliken tun danach dasselbe noch einmal und stehen währenddessen still.</translation>
    </message>
    <message>
        <source>Others can write meanwhile, but all rows are written anew: the disk needs room for both, the log of the changes may overflow, and replicas lag by as long as it takes.</source>
        <translation>Andere können inzwischen schreiben, aber alle Zeilen werden neu geschrieben: Der Datenträger braucht Platz für beides, das Log der Änderungen kann überlaufen, und Repliken liegen so lange zurück, wie es dauert.</translation>
    </message>
    <message>
        <source>Do it when little happens, or use a tool for online schema changes.</source>
        <translation>Es tun, wenn wenig los ist, oder ein Werkzeug für Online-Schemaänderungen verwenden.</translation>
    </message>
    <message>
        <source>FULLTEXT and SPATIAL indexes and new AUTO_INCREMENT columns are made while writes wait.</source>
        <translation>Indizes mit FULLTEXT und SPATIAL und neue Spalten mit AUTO_INCREMENT werden angelegt, während Schreibzugriffe warten.</translation>
    </message>
    <message>
        <source>Do it when nobody writes, or use a tool for online schema changes.</source>
        <translation>Es tun, wenn niemand schreibt, oder ein Werkzeug für Online-Schemaänderungen verwenden.</translation>
    </message>
    <message>
        <source>Where the cheap way is not possible after all, the server takes the dear one without a word.</source>
        <translation>Wo der günstige Weg doch nicht möglich ist, nimmt der Server ohne ein Wort den teuren.</translation>
    </message>
    <message>
        <source>Write the ALGORITHM and LOCK that you expect: the server then refuses at once instead.</source>
        <translation>Die erwarteten Angaben ALGORITHM und LOCK hinschreiben: Der Server lehnt dann stattdessen sofort ab.</translation>
    </message>
    <message>
        <source>MODIFY and CHANGE write the whole definition anew: what they do not repeat is gone, without a warning.</source>
        <translation>MODIFY und CHANGE schreiben die ganze Definition neu: Was sie nicht wiederholen, ist weg, ohne Warnung.</translation>
    </message>
    <message>
        <source>Repeat everything that the column is to keep.</source>
        <translation>Alles wiederholen, was die Spalte behalten soll.</translation>
    </message>
    <message>
        <source>Rows that reference nothing come in unseen: MySQL before 9 takes the clause for a remark.</source>
        <translation>Zeilen, deren Verweis ins Leere geht, kommen unbemerkt hinein: MySQL vor 9 hält die Klausel für eine Bemerkung.</translation>
    </message>
    <message>
        <source>Write FOREIGN KEY (…) REFERENCES … as a clause of its own.</source>
        <translation>FOREIGN KEY (…) REFERENCES … als eigene Klausel schreiben.</translation>
    </message>
    <message>
        <source>Column “%1” of “%2” is json, which has no equality: DISTINCT, GROUP BY and UNION on it fail.</source>
        <translation>Die Spalte „%1“ von „%2“ ist json, das keine Gleichheit kennt: DISTINCT, GROUP BY und UNION darauf scheitern.</translation>
    </message>
    <message>
        <source>The key “%1” of “%2” ends at 2,147,483,647.</source>
        <translation>Der Schlüssel „%1“ von „%2“ endet bei 2.147.483.647.</translation>
    </message>
    <message>
        <source>Column “%1” of “%2” is a serial: its sequence has privileges and an owner of its own.</source>
        <translation>Die Spalte „%1“ von „%2“ ist serial: Ihre Sequenz hat eigene Rechte und einen eigenen Eigentümer.</translation>
    </message>
    <message>
        <source>Column “%1” of “%2” does not say in which time zone its times are.</source>
        <translation>Die Spalte „%1“ von „%2“ sagt nicht, in welcher Zeitzone ihre Zeiten gelten.</translation>
    </message>
    <message>
        <source>Column “%1” of “%2” is padded with blanks.</source>
        <translation>Die Spalte „%1“ von „%2“ wird mit Leerzeichen aufgefüllt.</translation>
    </message>
    <message>
        <source>The length of column “%1” of “%2” is part of its type.</source>
        <translation>Die Länge der Spalte „%1“ von „%2“ ist Teil ihres Typs.</translation>
    </message>
    <message>
        <source>“%1” has no primary key.</source>
        <translation>„%1“ hat keinen Primärschlüssel.</translation>
    </message>
    <message>
        <source>Values of “%1” can be added, but never removed or put in another order.</source>
        <translation>Werte von „%1“ lassen sich hinzufügen, aber nie entfernen oder anders ordnen.</translation>
    </message>
    <message numerus="yes">
        <source>The index “%1” has %n columns.</source>
        <translation>
            <numerusform>Der Index „%1“ hat %n Spalte.</numerusform>
            <numerusform>Der Index „%1“ hat %n Spalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” holds all that the index “%2” does.</source>
        <translation>„%1“ enthält alles, was der Index „%2“ enthält.</translation>
    </message>
    <message>
        <source>Column “%1” of “%2” looks like an amount of money, and its type rounds.</source>
        <translation>Die Spalte „%1“ von „%2“ sieht nach einem Geldbetrag aus, und ihr Typ rundet.</translation>
    </message>
    <message>
        <source>“%1” must be quoted wherever it is named.</source>
        <translation>„%1“ muss überall, wo es genannt wird, in Anführungszeichen stehen.</translation>
    </message>
    <message>
        <source>To change the constraint of “%1”, every table that uses it is locked and read.</source>
        <translation>Um den Constraint von „%1“ zu ändern, wird jede Tabelle, die die Domäne verwendet, gesperrt und gelesen.</translation>
    </message>
    <message>
        <source>Rails takes column “%1” of “%2” for the name of a class.</source>
        <translation>Rails hält die Spalte „%1“ von „%2“ für den Namen einer Klasse.</translation>
    </message>
    <message>
        <source>The name “%1” does not say what the index is for.</source>
        <translation>Der Name „%1“ sagt nicht, wofür der Index ist.</translation>
    </message>
    <message>
        <source>json keeps the text as it was written and cannot be compared; jsonb can, and can be indexed.</source>
        <translation>json behält den Text, wie er geschrieben wurde, und lässt sich nicht vergleichen; jsonb lässt sich vergleichen und indizieren.</translation>
    </message>
    <message>
        <source>Use jsonb.</source>
        <translation>jsonb verwenden.</translation>
    </message>
    <message>
        <source>Rows without a key cannot be replicated logically, changed in batches or told apart.</source>
        <translation>Zeilen ohne Schlüssel lassen sich nicht logisch replizieren, stapelweise ändern oder auseinanderhalten.</translation>
    </message>
    <message>
        <source>Give it a primary key in the same migration, while it is empty.</source>
        <translation>Ihr in derselben Migration einen Primärschlüssel geben, solange sie leer ist.</translation>
    </message>
    <message>
        <source>To widen a key later is to write the table and all that reference it anew.</source>
        <translation>Einen Schlüssel später zu erweitern heißt, die Tabelle und alle, die auf sie verweisen, neu zu schreiben.</translation>
    </message>
    <message>
        <source>Use bigint for keys.</source>
        <translation>bigint für Schlüssel verwenden.</translation>
    </message>
    <message>
        <source>An identity column is the standard&apos;s form and brings its sequence and its privileges along.</source>
        <translation>Eine identity-Spalte ist die Form des Standards und bringt ihre Sequenz und deren Rechte mit.</translation>
    </message>
    <message>
        <source>GENERATED BY DEFAULT AS IDENTITY.</source>
        <translation>GENERATED BY DEFAULT AS IDENTITY.</translation>
    </message>
    <message>
        <source>Servers and people in two time zones read two different moments from it.</source>
        <translation>Server und Menschen in zwei Zeitzonen lesen daraus zwei verschiedene Zeitpunkte.</translation>
    </message>
    <message>
        <source>Use timestamptz.</source>
        <translation>timestamptz verwenden.</translation>
    </message>
    <message>
        <source>char(n) is neither smaller nor faster, and its blanks are dropped in comparisons.</source>
        <translation>char(n) ist weder kleiner noch schneller, und seine Leerzeichen fallen in Vergleichen weg.</translation>
    </message>
    <message>
        <source>Use text with a CHECK on its length.</source>
        <translation>text mit einem CHECK der Länge verwenden.</translation>
    </message>
    <message>
        <source>A CHECK can be replaced without a lock for long; a shorter type cannot.</source>
        <translation>Ein CHECK lässt sich ohne lange Sperre ersetzen, ein kürzerer Typ nicht.</translation>
    </message>
    <message>
        <source>The values of an enum are part of the schema and change only by migration.</source>
        <translation>Die Werte eines Enums gehören zum Schema und ändern sich nur durch eine Migration.</translation>
    </message>
    <message>
        <source>A lookup table with a foreign key, where the values change over time.</source>
        <translation>Eine Nachschlagetabelle mit einem Fremdschlüssel, wo sich die Werte im Lauf der Zeit ändern.</translation>
    </message>
    <message>
        <source>Every write keeps every column of the index, and few queries use more than the first ones.</source>
        <translation>Jedes Schreiben pflegt jede Spalte des Index, und wenige Abfragen nutzen mehr als die ersten.</translation>
    </message>
    <message>
        <source>Index the columns that select, and leave the rest to the table.</source>
        <translation>Die Spalten indizieren, die auswählen, und den Rest der Tabelle überlassen.</translation>
    </message>
    <message>
        <source>Two indexes with the same first columns cost every write twice.</source>
        <translation>Zwei Indizes mit denselben ersten Spalten kosten jedes Schreiben doppelt.</translation>
    </message>
    <message>
        <source>Keep the longer one.</source>
        <translation>Den längeren behalten.</translation>
    </message>
    <message>
        <source>Sums of rounded amounts do not add up.</source>
        <translation>Summen gerundeter Beträge gehen nicht auf.</translation>
    </message>
    <message>
        <source>Use numeric, or whole cents.</source>
        <translation>numeric verwenden, oder ganze Cent.</translation>
    </message>
    <message>
        <source>A name that must be quoted is forgotten to be quoted.</source>
        <translation>Einen Namen, der Anführungszeichen braucht, schreibt irgendwann jemand ohne sie.</translation>
    </message>
    <message>
        <source>Use lower case words that SQL does not use.</source>
        <translation>Kleingeschriebene Wörter verwenden, die SQL nicht verwendet.</translation>
    </message>
    <message>
        <source>The constraint of a domain belongs to all tables that use it, and is changed for all of them at once.</source>
        <translation>Der Constraint einer Domäne gehört allen Tabellen, die sie verwenden, und wird für alle zugleich geändert.</translation>
    </message>
    <message>
        <source>Use the base type, and a CHECK on each table.</source>
        <translation>Den Basistyp verwenden, und auf jeder Tabelle einen CHECK.</translation>
    </message>
    <message>
        <source>Rails keeps the name of a subclass in a column of this name, and fails on values that name none.</source>
        <translation>Rails speichert den Namen einer Unterklasse in einer Spalte dieses Namens und scheitert an Werten, die keine nennen.</translation>
    </message>
    <message>
        <source>Call it kind, or turn the inheritance column off in the model.</source>
        <translation>Sie kind nennen, oder die Vererbungsspalte im Modell ausschalten.</translation>
    </message>
    <message>
        <source>Names of indexes and constraints are what people read in plans and errors, on bad nights.</source>
        <translation>Namen von Indizes und Constraints lesen Menschen in Plänen und Fehlermeldungen, in schlechten Nächten.</translation>
    </message>
    <message>
        <source>Name it after its table and columns.</source>
        <translation>Ihn nach seiner Tabelle und seinen Spalten benennen.</translation>
    </message>
    <message>
        <source>This migration changes “%1” and “%2”, which have nothing to do with each other.</source>
        <translation>Diese Migration ändert „%1“ und „%2“, die nichts miteinander zu tun haben.</translation>
    </message>
    <message>
        <source>Nothing in this migration says why it is made.</source>
        <translation>Nichts in dieser Migration sagt, warum es sie gibt.</translation>
    </message>
    <message>
        <source>Nothing checks what this migration did.</source>
        <translation>Nichts prüft, was diese Migration getan hat.</translation>
    </message>
    <message>
        <source>Two changes in one migration are applied, fail and are rolled back together, and lock both tables until the end.</source>
        <translation>Zwei Änderungen in einer Migration werden gemeinsam angewendet, scheitern gemeinsam, werden gemeinsam zurückgerollt und sperren beide Tabellen bis zum Ende.</translation>
    </message>
    <message>
        <source>One logical change a migration.</source>
        <translation>Eine logische Änderung je Migration.</translation>
    </message>
    <message>
        <source>SQL says what is done. Why it is done is what the next person needs to know.</source>
        <translation>SQL sagt, was getan wird. Warum es getan wird, muss der Nächste wissen.</translation>
    </message>
    <message>
        <source>A comment at the head of the file.</source>
        <translation>Ein Kommentar am Anfang der Datei.</translation>
    </message>
    <message>
        <source>A rehearsal can only check what somebody expects.</source>
        <translation>Eine Probe kann nur prüfen, was jemand erwartet.</translation>
    </message>
    <message>
        <source>-- whimbrel: expect up QUERY = VALUE at the head of the file.</source>
        <translation>-- whimbrel: expect up QUERY = VALUE am Anfang der Datei.</translation>
    </message>
    <message>
        <source>This migration is declared a contract step and takes nothing away.</source>
        <translation>Diese Migration ist als Contract-Schritt angegeben und nimmt nichts weg.</translation>
    </message>
    <message>
        <source>Contract step: is the code that relies on the old shape of %1 gone from every server?</source>
        <translation>Contract-Schritt: Ist der Code, der sich auf die alte Form von %1 verlässt, von jedem Server verschwunden?</translation>
    </message>
    <message>
        <source>This migration both adds and takes away: the code cannot move in between.</source>
        <translation>Diese Migration fügt hinzu und nimmt weg: Dazwischen lässt sich der Code nicht umstellen.</translation>
    </message>
    <message>
        <source>A contract step is safe only when no server, worker, report or person uses the old shape any more, and no statement can know that.</source>
        <translation>Ein Contract-Schritt ist nur sicher, wenn kein Server, kein Worker, kein Bericht und kein Mensch die alte Form mehr nutzt, und das kann keine Anweisung wissen.</translation>
    </message>
    <message>
        <source>Look at what is deployed and at the server&apos;s statistics (pg_stat_user_tables, query logs), tick it in the release, and run this after the code of the release before is gone.</source>
        <translation>Nachsehen, was ausgeliefert ist und was die Statistiken des Servers sagen (pg_stat_user_tables, Abfrageprotokolle), es im Release abhaken und dies ausführen, wenn der Code des vorigen Releases verschwunden ist.</translation>
    </message>
    <message>
        <source>Expand, move the code, contract: between the first and the last lies a deployment, so they cannot be one migration.</source>
        <translation>Expand, Code umstellen, contract: Zwischen dem ersten und dem letzten Schritt liegt ein Deployment, daher können sie nicht eine Migration sein.</translation>
    </message>
    <message>
        <source>Put what takes away into a later migration that declares “-- whimbrel: phase contract”.</source>
        <translation>Was wegnimmt, in eine spätere Migration verlegen, die „-- whimbrel: phase contract“ angibt.</translation>
    </message>
    <message>
        <source>This migration has no way down.</source>
        <translation>Diese Migration hat keinen Rückweg.</translation>
    </message>
    <message>
        <source>The way down of this migration is empty, and does not say why.</source>
        <translation>Der Rückweg dieser Migration ist leer und sagt nicht, warum.</translation>
    </message>
    <message>
        <source>The way down leaves %1 behind.</source>
        <translation>Der Rückweg lässt zurück: %1.</translation>
    </message>
    <message>
        <source>The way down does not bring back %1.</source>
        <translation>Der Rückweg bringt nicht zurück: %1.</translation>
    </message>
    <message>
        <source>When a release goes wrong at night, the way back should have been written by day.</source>
        <translation>Geht ein Release in der Nacht schief, sollte der Rückweg bei Tag geschrieben worden sein.</translation>
    </message>
    <message>
        <source>Write the way down, or a comment in its place that says why there is none.</source>
        <translation>Den Rückweg schreiben, oder an seiner Stelle einen Kommentar, der sagt, warum es keinen gibt.</translation>
    </message>
    <message>
        <source>After such a way down the schema is neither the old one nor the new one, and the next way up may fail on it.</source>
        <translation>Nach einem solchen Rückweg ist das Schema weder das alte noch das neue, und der nächste Hinweg kann daran scheitern.</translation>
    </message>
    <message>
        <source>Undo every step of the way up, in the opposite order.</source>
        <translation>Jeden Schritt des Hinwegs rückgängig machen, in umgekehrter Reihenfolge.</translation>
    </message>
    <message>
        <source>PRAGMA foreign_keys does nothing inside a transaction, and says nothing.</source>
        <translation>PRAGMA foreign_keys bewirkt innerhalb einer Transaktion nichts und meldet auch nichts.</translation>
    </message>
    <message>
        <source>VACUUM is refused inside a transaction.</source>
        <translation>VACUUM wird innerhalb einer Transaktion abgewiesen.</translation>
    </message>
    <message>
        <source>SQLite&apos;s ALTER TABLE renames, adds and drops, and little else: the migration stops here.</source>
        <translation>ALTER TABLE von SQLite kann umbenennen, hinzufügen und löschen und sonst wenig: Die Migration bleibt hier stehen.</translation>
    </message>
    <message>
        <source>Build the table again: a new table, its rows copied, the old one dropped, the new one renamed.</source>
        <translation>Die Tabelle neu aufbauen: eine neue Tabelle anlegen, die Zeilen kopieren, die alte löschen, die neue umbenennen.</translation>
    </message>
    <message>
        <source>SQLite writes no row when it adds a column, so that a column which every row would have to be written for is refused.</source>
        <translation>SQLite schreibt beim Hinzufügen einer Spalte keine Zeile, daher wird eine Spalte abgewiesen, für die jede Zeile geschrieben werden müsste.</translation>
    </message>
    <message>
        <source>Add it with a constant default or without NOT NULL and fill it afterwards, or build the table again.</source>
        <translation>Sie mit einem konstanten Vorgabewert oder ohne NOT NULL hinzufügen und danach füllen, oder die Tabelle neu aufbauen.</translation>
    </message>
    <message>
        <source>SQLite refuses to drop a column that something else names.</source>
        <translation>SQLite weigert sich, eine Spalte zu löschen, die an anderer Stelle genannt wird.</translation>
    </message>
    <message>
        <source>Drop the index, view or trigger first, or build the table again.</source>
        <translation>Zuerst den Index, die Sicht oder den Trigger löschen, oder die Tabelle neu aufbauen.</translation>
    </message>
    <message>
        <source>A rebuild that believes foreign keys to be off deletes the rows that reference the table, by DROP TABLE.</source>
        <translation>Ein Neuaufbau, der Fremdschlüssel für ausgeschaltet hält, löscht durch DROP TABLE die Zeilen, die auf die Tabelle verweisen.</translation>
    </message>
    <message>
        <source>Put the pragma before BEGIN, in a migration without a transaction.</source>
        <translation>Das Pragma vor BEGIN setzen, in einer Migration ohne Transaktion.</translation>
    </message>
    <message>
        <source>VACUUM writes the whole file anew and can only do so by itself: the migration stops here.</source>
        <translation>VACUUM schreibt die ganze Datei neu und kann das nur für sich allein: Die Migration bleibt hier stehen.</translation>
    </message>
    <message>
        <source>Run it outside of a transaction, in a migration of its own.</source>
        <translation>Es außerhalb einer Transaktion ausführen, in einer eigenen Migration.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>&lt;i&gt;Instead:&lt;/i&gt; %1</source>
        <translation>&lt;i&gt;Stattdessen:&lt;/i&gt; %1</translation>
    </message>
    <message>
        <source>This is the worst case: a connection to the database would settle it.</source>
        <translation>Das ist der schlimmste Fall: Eine Verbindung zur Datenbank würde es klären.</translation>
    </message>
    <message>
        <source>Alt+Return writes the safe steps.</source>
        <translation>Alt+Eingabe schreibt die sicheren Schritte.</translation>
    </message>
    <message>
        <source>%1: writers wait from here until the commit, readers only while it commits (in WAL mode never)</source>
        <translation>%1: Schreiber warten von hier bis zum COMMIT, Leser nur während des COMMIT (im WAL-Modus nie)</translation>
    </message>
    <message>
        <source>%1: writers wait from here until the commit, readers never</source>
        <translation>%1: Schreiber warten von hier bis zum COMMIT, Leser nie</translation>
    </message>
    <message>
        <source>%1: writers wait while it runs, readers only while it commits (in WAL mode never)</source>
        <translation>%1: Schreiber warten, während die Anweisung läuft, Leser nur während des COMMIT (im WAL-Modus nie)</translation>
    </message>
    <message>
        <source>%1: writers wait while it runs, readers never</source>
        <translation>%1: Schreiber warten, während die Anweisung läuft, Leser nie</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a table, what is done to it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a lock and its work, how much that is</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>together %1</source>
        <comment>the size of several tables</comment>
        <translation>zusammen %1</translation>
    </message>
    <message>
        <source>fails: %1</source>
        <translation>scheitert: %1</translation>
    </message>
    <message>
        <source>may fail: %1</source>
        <translation>kann scheitern: %1</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>format of a date</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>took %1 before</source>
        <translation>dauerte früher %1</translation>
    </message>
    <message>
        <source>took %1 on %2</source>
        <translation>dauerte %1 auf %2</translation>
    </message>
    <message>
        <source>took %1 on %2</source>
        <comment>a duration, a date</comment>
        <translation>dauerte %1 am %2</translation>
    </message>
    <message>
        <source>took %1 on %2, %3</source>
        <comment>a duration, an environment, a date</comment>
        <translation>dauerte %1 auf %2 am %3</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>how a migration runs, how long it took before</comment>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>writers wait until the commit</source>
        <translation>Schreiber warten bis zum COMMIT</translation>
    </message>
    <message>
        <source>writers wait</source>
        <translation>Schreiber warten</translation>
    </message>
    <message>
        <source>row locks</source>
        <translation>Zeilensperren</translation>
    </message>
    <message>
        <source>%1 writes/s wait</source>
        <translation>%1 Schreibzugriffe/s warten</translation>
    </message>
    <message>
        <source>PostgreSQL cuts this name off after %1 bytes: it becomes “%2”.</source>
        <translation>PostgreSQL schneidet diesen Namen nach %1 Bytes ab: Er wird zu „%2“.</translation>
    </message>
    <message>
        <source>There is no “%1” any more: it was dropped before.</source>
        <translation>„%1“ gibt es nicht mehr: Es wurde vorher gelöscht.</translation>
    </message>
    <message>
        <source>There is no “%1” any more: it is “%2” now.</source>
        <translation>„%1“ gibt es nicht mehr: Es heißt jetzt „%2“.</translation>
    </message>
    <message>
        <source>“%1” has no index “%2”.</source>
        <translation>„%1“ hat keinen Index „%2“.</translation>
    </message>
    <message>
        <source>“%1” is partitioned by “%2”: a unique key of it needs that column, and this one lacks it.</source>
        <translation>„%1“ ist nach „%2“ partitioniert: Ein eindeutiger Schlüssel der Tabelle braucht diese Spalte, und diesem fehlt sie.</translation>
    </message>
    <message>
        <source>NOT VALID does not exist for constraints that have an index.</source>
        <translation>Für Constraints, die einen Index haben, gibt es kein NOT VALID.</translation>
    </message>
    <message>
        <source>“%1” is a partition: its column “%2” can be changed on the partitioned table only.</source>
        <translation>„%1“ ist eine Partition: Ihre Spalte „%2“ lässt sich nur an der partitionierten Tabelle ändern.</translation>
    </message>
    <message>
        <source>A string, name, comment or body that is not closed swallows the statements behind it: the server refuses it, or never sees them.</source>
        <translation>Was als Zeichenkette, Name, Kommentar oder Rumpf nicht geschlossen ist, verschluckt die Anweisungen dahinter: Der Server weist es ab oder sieht sie nie.</translation>
    </message>
    <message>
        <source>Close it where it should end; a quote within a string is written twice.</source>
        <translation>Dort schließen, wo es enden soll; ein Anführungszeichen in einer Zeichenkette wird doppelt geschrieben.</translation>
    </message>
    <message>
        <source>If a build of “%1” failed or was cancelled before, its invalid index is still there: IF NOT EXISTS keeps it, and no query will use it.</source>
        <translation>Ist ein Aufbau von „%1“ schon einmal gescheitert oder abgebrochen worden, ist sein ungültiger Index noch da: IF NOT EXISTS behält ihn, und keine Abfrage wird ihn nutzen.</translation>
    </message>
    <message>
        <source>Adding this foreign key reads all of “%1” and lets nobody write to it until it is done.</source>
        <translation>Das Anlegen dieses Fremdschlüssels liest „%1“ vollständig und lässt niemanden in die Tabelle schreiben, bis das abgeschlossen ist.</translation>
    </message>
    <message>
        <source>While this runs, nobody can read or write “%1”, which an earlier part of the block has locked.</source>
        <translation>Während dies läuft, kann niemand „%1“ lesen oder beschreiben, denn ein früherer Teil des Blocks hat es gesperrt.</translation>
    </message>
    <message>
        <source>While this runs, nobody can write to “%1”, which an earlier part of the block has locked.</source>
        <translation>Während dies läuft, kann niemand in „%1“ schreiben, denn ein früherer Teil des Blocks hat es gesperrt.</translation>
    </message>
    <message>
        <source>“%1” is locked until the transaction ends: nobody can read or write it, and everyone waits while this waits for others.</source>
        <translation>„%1“ ist gesperrt, bis die Transaktion endet: Niemand kann es lesen oder beschreiben, und alle warten, während dies auf andere wartet.</translation>
    </message>
    <message>
        <source>“%1” is locked until the transaction ends: nobody can write to it, and writers wait while this waits for others.</source>
        <translation>„%1“ ist gesperrt, bis die Transaktion endet: Niemand kann hineinschreiben, und Schreiber warten, während dies auf andere wartet.</translation>
    </message>
    <message>
        <source>“%1” returns %2; CREATE OR REPLACE cannot make it return %3, and fails.</source>
        <translation>„%1“ liefert %2; CREATE OR REPLACE kann den Ergebnistyp nicht in %3 ändern und scheitert.</translation>
    </message>
    <message>
        <source>An argument of “%1” is called “%2”; CREATE OR REPLACE cannot call it “%3”, and fails.</source>
        <translation>Ein Argument von „%1“ heißt „%2“; CREATE OR REPLACE kann es nicht in „%3“ umbenennen und scheitert.</translation>
    </message>
    <message>
        <source>This replaces nothing: “%1” comes to stand beside %2, and a call that fits both fails.</source>
        <translation>Dies ersetzt nichts: „%1“ tritt neben %2, und ein Aufruf, der auf beide passt, scheitert.</translation>
    </message>
    <message>
        <source>PostgreSQL tells functions of one name apart by the types of their arguments, also where these have defaults. CREATE OR REPLACE replaces the one with exactly these, which keeps its result and the names of its arguments.</source>
        <translation>PostgreSQL unterscheidet Funktionen gleichen Namens nach den Typen ihrer Argumente, auch wo diese Vorgabewerte haben. CREATE OR REPLACE ersetzt die Funktion mit genau diesen Typen, und die behält ihren Ergebnistyp und die Namen ihrer Argumente.</translation>
    </message>
    <message>
        <source>Give the new function a name of its own and drop the old one when nothing calls it; or drop the old one in the same transaction, if every caller copes.</source>
        <translation>Der neuen Funktion einen eigenen Namen geben und die alte löschen, wenn nichts sie mehr aufruft; oder die alte in derselben Transaktion löschen, falls jeder Aufrufer damit zurechtkommt.</translation>
    </message>
    <message>
        <source>“%1” of “%2” is %3 and has come to %4, which is %5 % of what it can hold.</source>
        <translation>„%1“ von „%2“ ist %3 und bei %4 angekommen, das sind %5 % dessen, was die Spalte fassen kann.</translation>
    </message>
    <message>
        <source>When a key has reached the end of its type every INSERT fails, and to widen it then is to write the table anew while nobody can write to it.</source>
        <translation>Hat ein Schlüssel das Ende seines Typs erreicht, scheitert jedes INSERT, und ihn dann zu erweitern heißt, die Tabelle neu zu schreiben, während niemand in sie schreiben kann.</translation>
    </message>
    <message>
        <source>Plan the move to bigint now: a new column kept in step by a trigger, filled in batches, and then made the key.</source>
        <translation>Den Wechsel zu bigint jetzt planen: eine neue Spalte, durch einen Trigger gleich gehalten, stapelweise gefüllt und dann zum Schlüssel gemacht.</translation>
    </message>
    <message>
        <source>%1 of “%2” was added NOT VALID before this migration and has not been validated since.</source>
        <translation>Vor dieser Migration mit NOT VALID angelegt und seither nicht validiert: %1 von „%2“.</translation>
    </message>
    <message>
        <source>A constraint that is NOT VALID holds for rows written since, and promises nothing of older ones: they may break it, queries are not planned by it, and SET NOT NULL cannot rely on it.</source>
        <translation>Ein Constraint mit NOT VALID gilt für seither geschriebene Zeilen und verspricht nichts über ältere: Sie können ihn verletzen, Abfragen werden nicht nach ihm geplant, und SET NOT NULL kann sich nicht auf ihn stützen.</translation>
    </message>
    <message>
        <source>VALIDATE CONSTRAINT in a migration of its own: it reads the table while everybody reads and writes it.</source>
        <translation>VALIDATE CONSTRAINT in einer eigenen Migration: Es liest die Tabelle, während alle sie lesen und beschreiben.</translation>
    </message>
    <message>
        <source>Together with the statement in line %1 this makes a long transaction: until it ends, VACUUM removes nothing that has died since it began, in no table of the database.</source>
        <translation>Zusammen mit der Anweisung in Zeile %1 ergibt dies eine lange Transaktion: Bis sie endet, entfernt VACUUM in keiner Tabelle der Datenbank etwas, das seit ihrem Beginn tot ist.</translation>
    </message>
    <message>
        <source>Rows that were changed or deleted since a transaction began may still be seen by it, so they stay where they are in every table, which grow and get slower as long as it lasts.</source>
        <translation>Zeilen, die seit dem Beginn einer Transaktion geändert oder gelöscht wurden, kann sie noch sehen, daher bleiben sie in jeder Tabelle stehen, und die Tabellen wachsen und werden langsamer, solange sie dauert.</translation>
    </message>
    <message>
        <source>Give each long piece of work a transaction of its own, and go in batches.</source>
        <translation>Jeder langen Arbeit eine eigene Transaktion geben und stapelweise vorgehen.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences: why, and what it costs</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>“%1” grows past 255 bytes (from %2 to %3), so each row keeps its length in two bytes from then on.</source>
        <translation>„%1“ wächst über 255 Bytes hinaus (von %2 auf %3), daher speichert von da an jede Zeile ihre Länge in zwei Bytes.</translation>
    </message>
    <message>
        <source>“%1” may grow past 255 bytes (from %2 to %3), which its character set decides: each row keeps its length in two bytes then.</source>
        <translation>„%1“ wächst vielleicht über 255 Bytes hinaus (von %2 auf %3), was vom Zeichensatz abhängt: Dann speichert jede Zeile ihre Länge in zwei Bytes.</translation>
    </message>
    <message>
        <source>Rows whose “%1” is %2 have no value any more: strict mode refuses the change, and without it they are emptied.</source>
        <translation>Zeilen, deren „%1“ %2 ist, haben keinen Wert mehr: Der strenge Modus lehnt die Änderung ab, und ohne ihn werden die Werte geleert.</translation>
    </message>
    <message>
        <source>The values of “%1” get other numbers, because the new list does not begin with the old one.</source>
        <translation>Die Werte von „%1“ bekommen andere Nummern, weil die neue Liste nicht mit der alten beginnt.</translation>
    </message>
    <message>
        <source>“%1” is computed and stored for every row there is.</source>
        <translation>„%1“ wird für jede vorhandene Zeile berechnet und gespeichert.</translation>
    </message>
    <message>
        <source>The default of “%1” is computed for every row there is.</source>
        <translation>Der Vorgabewert von „%1“ wird für jede vorhandene Zeile berechnet.</translation>
    </message>
    <message>
        <source>A place of its own for “%1” has every row written anew.</source>
        <translation>Eine bestimmte Stelle für „%1“ führt dazu, dass jede Zeile neu geschrieben wird.</translation>
    </message>
    <message>
        <source>InnoDB keeps the length of a VARCHAR in one byte as long as 255 bytes are the most it can hold. A longer one has every row written anew: in MySQL always, in MariaDB where the column could hold more than 127 bytes before.</source>
        <translation>InnoDB speichert die Länge eines VARCHAR in einem Byte, solange er höchstens 255 Bytes fassen kann. Bei einem längeren wird jede Zeile neu geschrieben: in MySQL immer, in MariaDB dann, wenn die Spalte vorher mehr als 127 Bytes fassen konnte.</translation>
    </message>
    <message>
        <source>Stay within 255 bytes, which are 63 characters of utf8mb4, or add a longer column and move to it in steps.</source>
        <translation>Innerhalb von 255 Bytes bleiben, das sind 63 Zeichen in utf8mb4, oder eine längere Spalte anlegen und schrittweise zu ihr wechseln.</translation>
    </message>
    <message>
        <source>Rows hold the number of a value, not its word. Only values added behind the others leave the numbers as they are; anything else has every row written anew, and changes how the column sorts.</source>
        <translation>Zeilen enthalten die Nummer eines Wertes, nicht sein Wort. Nur Werte, die hinter den anderen hinzukommen, lassen die Nummern, wie sie sind; bei allem anderen wird jede Zeile neu geschrieben, und die Spalte sortiert anders.</translation>
    </message>
    <message>
        <source>Append new values at the end of the list.</source>
        <translation>Neue Werte am Ende der Liste anhängen.</translation>
    </message>
    <message>
        <source>A STORED column has a value in each row, which the server computes while it copies the table.</source>
        <translation>Eine Spalte mit STORED hat in jeder Zeile einen Wert, den der Server berechnet, während er die Tabelle kopiert.</translation>
    </message>
    <message>
        <source>Make it VIRTUAL, which writes nothing and can be indexed; or a plain column that a trigger and batches fill.</source>
        <translation>Sie mit VIRTUAL anlegen, was nichts schreibt und sich indizieren lässt; oder als einfache Spalte, die ein Trigger und Stapel füllen.</translation>
    </message>
    <message>
        <source>A literal or CURRENT_TIMESTAMP is written into the table&apos;s description once; what an expression gives is another value for each row, so the table is copied.</source>
        <translation>Ein Literal oder CURRENT_TIMESTAMP wird einmal in die Beschreibung der Tabelle geschrieben; was ein Ausdruck ergibt, ist für jede Zeile ein anderer Wert, daher wird die Tabelle kopiert.</translation>
    </message>
    <message>
        <source>Add the column without the default, then set the default, which is instant, and fill the rows in batches.</source>
        <translation>Die Spalte ohne den Vorgabewert anlegen, ihn danach setzen, was sofort fertig ist, und die Zeilen stapelweise füllen.</translation>
    </message>
    <message>
        <source>A column behind all others is instant. FIRST and AFTER are not before MySQL 8.0.29, nor where a table of MariaDB has virtual columns, nor for a column that is there already in MySQL.</source>
        <translation>Eine Spalte hinter allen anderen ist sofort fertig. FIRST und AFTER sind es nicht vor MySQL 8.0.29, nicht, wo eine Tabelle von MariaDB virtuelle Spalten hat, und in MySQL auch nicht für eine Spalte, die es schon gibt.</translation>
    </message>
    <message>
        <source>Leave the place out: name columns in queries instead of relying on their order.</source>
        <translation>Die Stelle weglassen: in Abfragen die Spalten nennen, statt sich auf ihre Reihenfolge zu verlassen.</translation>
    </message>
    <message>
        <source>While foreign_key_checks is on, a new foreign key has every row of “%1” looked at.</source>
        <translation>Solange foreign_key_checks eingeschaltet ist, wird für einen neuen Fremdschlüssel jede Zeile von „%1“ geprüft.</translation>
    </message>
    <message>
        <source>With foreign_key_checks off nobody looks at the rows of “%1”: those that reference nothing stay, and the server takes the key for kept.</source>
        <translation>Ist foreign_key_checks ausgeschaltet, prüft niemand die Zeilen von „%1“: Die, deren Verweis ins Leere geht, bleiben, und der Server hält den Schlüssel für eingehalten.</translation>
    </message>
    <message>
        <source>The CHECK is held against every row of “%1”.</source>
        <translation>Der CHECK wird an jeder Zeile von „%1“ geprüft.</translation>
    </message>
    <message>
        <source>“%1” loses the key that its rows are kept in the order of.</source>
        <translation>„%1“ verliert den Schlüssel, nach dem die Zeilen geordnet gespeichert sind.</translation>
    </message>
    <message>
        <source>Every text of “%1” is written in another character set.</source>
        <translation>Jeder Text von „%1“ wird in einem anderen Zeichensatz geschrieben.</translation>
    </message>
    <message>
        <source>Every value of “%1” is written in another character set.</source>
        <translation>Jeder Wert von „%1“ wird in einem anderen Zeichensatz geschrieben.</translation>
    </message>
    <message>
        <source>While foreign_key_checks is on, the server copies the table to look at its rows; while it is off, it makes the key in place and looks at none. There is no NOT VALID.</source>
        <translation>Solange foreign_key_checks eingeschaltet ist, kopiert der Server die Tabelle, um ihre Zeilen zu prüfen; solange es ausgeschaltet ist, legt er den Schlüssel an Ort und Stelle an und prüft keine. NOT VALID gibt es nicht.</translation>
    </message>
    <message>
        <source>Count the rows that reference nothing, then SET SESSION foreign_key_checks = 0, add the key with ALGORITHM=INPLACE, LOCK=NONE, set it back, and count again.</source>
        <translation>Die Zeilen zählen, deren Verweis ins Leere geht, dann SET SESSION foreign_key_checks = 0, den Schlüssel mit ALGORITHM=INPLACE, LOCK=NONE anlegen, es zurücksetzen und noch einmal zählen.</translation>
    </message>
    <message>
        <source>A CHECK is added to a copy of the table, and each row is tested on its way into it. There is no NOT VALID.</source>
        <translation>Ein CHECK wird an einer Kopie der Tabelle angelegt, und jede Zeile wird auf dem Weg dorthin geprüft. NOT VALID gibt es nicht.</translation>
    </message>
    <message>
        <source>Let a trigger or the code keep the rule, or use a tool for online schema changes such as gh-ost or pt-online-schema-change.</source>
        <translation>Einen Trigger oder den Code für die Regel sorgen lassen, oder ein Werkzeug für Online-Schemaänderungen wie gh-ost oder pt-online-schema-change verwenden.</translation>
    </message>
    <message>
        <source>InnoDB keeps the rows in the order of the primary key, so dropping it copies the table; and replicas have to search the whole table for each row that changes.</source>
        <translation>InnoDB speichert die Zeilen in der Reihenfolge des Primärschlüssels, daher kopiert sein Löschen die Tabelle; und Repliken müssen für jede geänderte Zeile die ganze Tabelle durchsuchen.</translation>
    </message>
    <message>
        <source>Drop the old key and add the new one in one ALTER TABLE, which is done in place.</source>
        <translation>Den alten Schlüssel in einem einzigen ALTER TABLE löschen und den neuen anlegen, das geschieht dann an Ort und Stelle.</translation>
    </message>
    <message>
        <source>The bytes of every text change with its character set; only MariaDB widens a column from utf8mb3 to utf8mb4 without writing the rows. Keys get longer as well, and may not fit an index any more.</source>
        <translation>Mit dem Zeichensatz ändern sich die Bytes jedes Textes; nur MariaDB erweitert eine Spalte von utf8mb3 auf utf8mb4, ohne die Zeilen zu schreiben. Auch Schlüssel werden länger und passen vielleicht nicht mehr in einen Index.</translation>
    </message>
    <message>
        <source>Use a tool for online schema changes, or add columns in the new character set and move to them in steps. The default for new columns, ALTER TABLE … DEFAULT CHARACTER SET, is instant.</source>
        <translation>Ein Werkzeug für Online-Schemaänderungen verwenden, oder Spalten im neuen Zeichensatz anlegen und schrittweise zu ihnen wechseln. Die Vorgabe für neue Spalten, ALTER TABLE … DEFAULT CHARACTER SET, ist sofort fertig.</translation>
    </message>
    <message>
        <source>Queries that “%1” of “%2” serves read all rows from this moment on, and to build it again takes long.</source>
        <translation>Abfragen, denen „%1“ von „%2“ dient, lesen von diesem Moment an alle Zeilen, und den Index wieder aufzubauen dauert lange.</translation>
    </message>
    <message>
        <source>If queries still use “%1” of “%2”, they read all rows from this moment on.</source>
        <translation>Falls Abfragen „%1“ von „%2“ noch benutzen, lesen sie von diesem Moment an alle Zeilen.</translation>
    </message>
    <message>
        <source>gh-ost refuses “%1” for its foreign keys, and pt-online-schema-change has to be told what to do with those that reference it (--alter-foreign-keys-method).</source>
        <translation>gh-ost lehnt „%1“ wegen der Fremdschlüssel ab, und pt-online-schema-change muss gesagt werden, was mit denen geschehen soll, die auf die Tabelle verweisen (--alter-foreign-keys-method).</translation>
    </message>
    <message>
        <source>“%1” has triggers: pt-online-schema-change needs --preserve-triggers, and gh-ost refuses the table unless it is told to carry them over.</source>
        <translation>„%1“ hat Trigger: pt-online-schema-change braucht --preserve-triggers, und gh-ost lehnt die Tabelle ab, wenn ihm nicht gesagt wird, dass es sie übernehmen soll.</translation>
    </message>
    <message>
        <source>“%1” has neither a primary key nor a unique key without NULL, by which gh-ost and pt-online-schema-change go through a table.</source>
        <translation>„%1“ hat weder einen Primärschlüssel noch einen eindeutigen Schlüssel ohne NULL, an dem entlang gh-ost und pt-online-schema-change durch eine Tabelle gehen.</translation>
    </message>
    <message>
        <source>Whether a query needs an index shows when it is gone, and to build it anew reads the whole table. An index that is only hidden is back in a moment.</source>
        <translation>Ob eine Abfrage einen Index braucht, zeigt sich, wenn er weg ist, und ihn neu aufzubauen liest die ganze Tabelle. Ein Index, der nur ausgeblendet ist, ist im Nu wieder da.</translation>
    </message>
    <message>
        <source>ALTER TABLE … ALTER INDEX … INVISIBLE (MariaDB: IGNORED) first, wait for a release or a few days, then drop it.</source>
        <translation>Zuerst ALTER TABLE … ALTER INDEX … INVISIBLE (MariaDB: IGNORED), ein Release oder ein paar Tage abwarten, ihn dann löschen.</translation>
    </message>
    <message>
        <source>Tools for online schema changes copy the table under another name and keep the copy in step by the binary log or by triggers, which foreign keys, other triggers and a missing key stand in the way of.</source>
        <translation>Werkzeuge für Online-Schemaänderungen kopieren die Tabelle unter einem anderen Namen und halten die Kopie über das Binärlog oder durch Trigger gleich; Fremdschlüssel, andere Trigger und ein fehlender Schlüssel stehen dem im Weg.</translation>
    </message>
    <message>
        <source>Choose the tool and its options by this, or move to a new column or table in steps instead.</source>
        <translation>Das Werkzeug und seine Optionen danach auswählen, oder stattdessen schrittweise zu einer neuen Spalte oder Tabelle wechseln.</translation>
    </message>
    <message>
        <source>Each of these changes is cheaper by itself than all of them together.</source>
        <translation>Jede dieser Änderungen ist für sich billiger als alle zusammen.</translation>
    </message>
    <message>
        <source>This takes one of the 64 row versions that “%1” can have before it has to be built again.</source>
        <translation>Dies verbraucht eine der 64 Zeilenversionen, die „%1“ haben kann, bevor die Tabelle neu aufgebaut werden muss.</translation>
    </message>
    <message>
        <source>Nothing bounds the wait for “%1”: behind one open transaction it waits, and everyone who comes later waits behind it.</source>
        <translation>Nichts begrenzt das Warten auf „%1“: Es wartet hinter einer einzigen offenen Transaktion, und alle, die später kommen, warten dahinter.</translation>
    </message>
    <message>
        <source>This file sets no lock_wait_timeout, and nothing is known of who will run it: behind one open transaction the wait for “%1” could last, and everyone who comes later would wait behind it.</source>
        <translation>Diese Datei setzt keinen lock_wait_timeout, und wer sie ausführen wird, ist nicht bekannt: Hinter einer einzigen offenen Transaktion könnte das Warten auf „%1“ dauern, und alle, die später kommen, würden dahinter warten.</translation>
    </message>
    <message>
        <source>The default of “%1” is no date: MySQL refuses it in its default sql_mode, and few programs expect it.</source>
        <translation>Der Vorgabewert von „%1“ ist kein Datum: MySQL lehnt ihn im voreingestellten sql_mode ab, und kaum ein Programm rechnet damit.</translation>
    </message>
    <message>
        <source>“%1” gets a default that nobody wrote; the first TIMESTAMP of a table also changes to the present with each UPDATE of its row.</source>
        <translation>„%1“ bekommt einen Vorgabewert, den niemand geschrieben hat; die erste TIMESTAMP-Spalte einer Tabelle springt außerdem mit jedem UPDATE ihrer Zeile auf die aktuelle Zeit.</translation>
    </message>
    <message>
        <source>Before MariaDB 10.10 “%1” gets a default that nobody wrote; the first TIMESTAMP of a table also changes to the present with each UPDATE of its row.</source>
        <translation>Vor MariaDB 10.10 bekommt „%1“ einen Vorgabewert, den niemand geschrieben hat; die erste TIMESTAMP-Spalte einer Tabelle springt außerdem mit jedem UPDATE ihrer Zeile auf die aktuelle Zeit.</translation>
    </message>
    <message>
        <source>“%1” is kept by %2, which knows no transactions: what was written stays written, whatever fails afterwards.</source>
        <translation>„%1“ wird von %2 verwaltet, und dort gibt es keine Transaktionen: Was geschrieben wurde, bleibt geschrieben, was auch immer danach fehlschlägt.</translation>
    </message>
    <message>
        <source>ALGORITHM=%1 promises nothing here: the rows of “%2” are copied into their partitions all the same.</source>
        <translation>ALGORITHM=%1 verspricht hier nichts: Die Zeilen von „%2“ werden trotzdem in ihre Partitionen kopiert.</translation>
    </message>
    <message>
        <source>Each server numbers the rows of “%1” in the order it has them in, so replicas may give “%2” other values.</source>
        <translation>Jeder Server nummeriert die Zeilen von „%1“ in der Reihenfolge, in der er sie hat, daher geben Repliken „%2“ vielleicht andere Werte.</translation>
    </message>
    <message>
        <source>Each server computes “%1” for the rows of “%2” by itself, so replicas get other values.</source>
        <translation>Jeder Server berechnet „%1“ für die Zeilen von „%2“ selbst, daher bekommen Repliken andere Werte.</translation>
    </message>
    <message>
        <source>One ALTER TABLE has one algorithm for all of its changes. A new column is instant and an index is built beside the table, but a new column and an index together have every row written anew.</source>
        <translation>Ein ALTER TABLE hat einen einzigen Algorithmus für alle seine Änderungen. Eine neue Spalte ist sofort fertig, und ein Index wird neben der Tabelle aufgebaut, aber für eine neue Spalte und einen Index zusammen wird jede Zeile neu geschrieben.</translation>
    </message>
    <message>
        <source>Write a statement for each, with the ALGORITHM that you expect of it.</source>
        <translation>Für jede eine eigene Anweisung schreiben, mit dem ALGORITHM, der von ihr erwartet wird.</translation>
    </message>
    <message>
        <source>Rows that were written before an instant change keep their old shape, and a table can have 64 shapes at a time (255 from MySQL 9.1 on). After that the change is refused, or rebuilds the table where no ALGORITHM is asked for.</source>
        <translation>Zeilen, die vor einer sofort fertigen Änderung geschrieben wurden, behalten ihre alte Form, und eine Tabelle kann 64 Formen zugleich haben (ab MySQL 9.1 255). Danach wird die Änderung abgelehnt, oder sie baut die Tabelle neu auf, wenn kein ALGORITHM verlangt ist.</translation>
    </message>
    <message>
        <source>Look at TOTAL_ROW_VERSIONS in information_schema.INNODB_TABLES, and rebuild the table when little happens before it is full.</source>
        <translation>TOTAL_ROW_VERSIONS in information_schema.INNODB_TABLES ansehen und die Tabelle neu aufbauen, wenn wenig los ist, bevor die Grenze erreicht ist.</translation>
    </message>
    <message>
        <source>Every change of a table waits until no open transaction uses it, a forgotten SELECT included, and everyone who comes later queues behind it. Where nothing else is set, it waits for a year in MySQL and for a day in MariaDB.</source>
        <translation>Jede Änderung einer Tabelle wartet, bis keine offene Transaktion sie mehr nutzt, auch kein vergessenes SELECT, und alle, die später kommen, stellen sich dahinter an. Ist nichts anderes eingestellt, wartet sie in MySQL ein Jahr und in MariaDB einen Tag.</translation>
    </message>
    <message>
        <source>SET SESSION lock_wait_timeout to a few seconds before it and try again when it runs out; Whimbrel&apos;s guard does both.</source>
        <translation>Davor lock_wait_timeout mit SET SESSION auf einige Sekunden setzen und es erneut versuchen, wenn er abläuft; der Wächter von Whimbrel tut beides.</translation>
    </message>
    <message>
        <source>While explicit_defaults_for_timestamp is off, as it is by default before MariaDB 10.10, a TIMESTAMP without a default is made NOT NULL, the first one with ON UPDATE CURRENT_TIMESTAMP and the others with a date of zeros.</source>
        <translation>Solange explicit_defaults_for_timestamp ausgeschaltet ist, wie es vor MariaDB 10.10 voreingestellt ist, wird ein TIMESTAMP ohne Vorgabewert zu NOT NULL, der erste mit ON UPDATE CURRENT_TIMESTAMP und die übrigen mit einem Datum aus Nullen.</translation>
    </message>
    <message>
        <source>Write NULL or NOT NULL and a DEFAULT, or use DATETIME, which does nothing of its own.</source>
        <translation>NULL oder NOT NULL und einen DEFAULT schreiben, oder DATETIME verwenden, das nichts von sich aus tut.</translation>
    </message>
    <message>
        <source>A table of MyISAM, Aria or MEMORY is locked as a whole by each writer, takes no foreign keys, and can be left half changed by an error or a crash.</source>
        <translation>Eine Tabelle von MyISAM, Aria oder MEMORY wird von jedem Schreiber als Ganzes gesperrt, nimmt keine Fremdschlüssel an und kann durch einen Fehler oder Absturz halb geändert zurückbleiben.</translation>
    </message>
    <message>
        <source>Use InnoDB.</source>
        <translation>InnoDB verwenden.</translation>
    </message>
    <message>
        <source>MariaDB 10 takes an ALGORITHM beside PARTITION BY and REMOVE PARTITIONING without a word, and does not keep to it.</source>
        <translation>MariaDB 10 nimmt neben PARTITION BY und REMOVE PARTITIONING stillschweigend einen ALGORITHM an und hält sich nicht daran.</translation>
    </message>
    <message>
        <source>Make a partitioned table beside it and move the rows in batches, or plan for the time that a copy takes.</source>
        <translation>Daneben eine partitionierte Tabelle anlegen und die Zeilen stapelweise übertragen, oder die Zeit einplanen, die eine Kopie dauert.</translation>
    </message>
    <message>
        <source>Changes of the schema are replicated as statements, whatever binlog_format is: each replica carries them out on the rows as it keeps them.</source>
        <translation>Änderungen des Schemas werden als Anweisungen repliziert, wie auch immer binlog_format gesetzt ist: Jede Replik führt sie an den Zeilen so aus, wie sie sie gespeichert hat.</translation>
    </message>
    <message>
        <source>Add the column without the default or AUTO_INCREMENT, and give the rows their values by UPDATE, which is replicated row by row while binlog_format is ROW.</source>
        <translation>Die Spalte ohne den Vorgabewert oder ohne AUTO_INCREMENT anlegen und den Zeilen ihre Werte durch UPDATE geben, das Zeile für Zeile repliziert wird, solange binlog_format auf ROW steht.</translation>
    </message>
    <message>
        <source>A replica has to search the whole table for each row that changes, and tools for online schema changes cannot go through it.</source>
        <translation>Eine Replik muss für jede Zeile, die sich ändert, die ganze Tabelle durchsuchen, und Werkzeuge für Online-Schemaänderungen können die Tabelle nicht durchgehen.</translation>
    </message>
    <message>
        <source>This transaction began as a reader: if another process has written meanwhile, or writes now, this write fails at once, however long the busy timeout is.</source>
        <translation>Diese Transaktion hat als Leser begonnen: Hat ein anderer Prozess inzwischen geschrieben oder schreibt er gerade, scheitert dieser Schreibzugriff sofort, wie lang der Busy-Timeout auch ist.</translation>
    </message>
    <message>
        <source>While this goes through about %1 rows of “%2”, no other process can write anything to the database.</source>
        <translation>Während dies etwa %1 Zeilen von „%2“ durchgeht, kann kein anderer Prozess etwas in die Datenbank schreiben.</translation>
    </message>
    <message>
        <source>There is no column “%1”, so SQLite takes it for the text &apos;%1&apos;.</source>
        <translation>Es gibt keine Spalte „%1“, daher hält SQLite es für den Text &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>A database of SQLite has one writer at a time. A transaction that has read cannot become the writer when another one has written since: it fails with SQLITE_BUSY without waiting, because waiting could not help.</source>
        <translation>Eine Datenbank von SQLite hat immer nur einen Schreiber. Eine Transaktion, die gelesen hat, kann nicht zum Schreiber werden, wenn seitdem eine andere geschrieben hat: Sie scheitert mit SQLITE_BUSY, ohne zu warten, weil Warten nicht helfen könnte.</translation>
    </message>
    <message>
        <source>BEGIN IMMEDIATE takes the write lock first and waits for it as long as PRAGMA busy_timeout says. Long work goes in batches, or when nobody writes; in WAL mode readers go on meanwhile.</source>
        <translation>BEGIN IMMEDIATE nimmt zuerst die Schreibsperre und wartet darauf so lange, wie PRAGMA busy_timeout es angibt. Lange Arbeit stapelweise erledigen, oder wenn niemand schreibt; im WAL-Modus laufen Leser inzwischen weiter.</translation>
    </message>
    <message>
        <source>Double quotes are for names. Where no column has the name, SQLite takes it for a text without a word, unless it was built not to; a column of that name, added later, changes what the statement means.</source>
        <translation>Doppelte Anführungszeichen sind für Namen da. Wo keine Spalte so heißt, hält SQLite den Namen stillschweigend für einen Text, sofern dies beim Bau von SQLite nicht abgeschaltet wurde; eine später angelegte Spalte dieses Namens ändert, was die Anweisung bedeutet.</translation>
    </message>
    <message>
        <source>Write texts in single quotes.</source>
        <translation>Texte in einfachen Anführungszeichen schreiben.</translation>
    </message>
    <message>
        <source>Foreign keys, views and triggers that name “%1” follow it and name “%2” from this moment on, not the new table.</source>
        <translation>Fremdschlüssel, Views und Trigger, die „%1“ nennen, folgen der Tabelle und nennen von diesem Augenblick an „%2“, nicht die neue Tabelle.</translation>
    </message>
    <message>
        <source>What names “%2” in %1 follows it: from this moment on it names “%3”, not the new table.</source>
        <translation>Was in %1 „%2“ nennt, folgt der Tabelle: Von diesem Augenblick an nennt es „%3“, nicht die neue Tabelle.</translation>
    </message>
    <message>
        <source>DROP TABLE deletes the rows of “%1” first, and what references them in %2 goes with them or stops the migration.</source>
        <translation>DROP TABLE löscht zuerst die Zeilen von „%1“, und was in %2 auf sie verweist, geht mit ihnen oder hält die Migration an.</translation>
    </message>
    <message>
        <source>If foreign keys are on, DROP TABLE deletes the rows of “%1” first, and what references them in %2 goes with them or stops the migration.</source>
        <translation>Sind Fremdschlüssel eingeschaltet, löscht DROP TABLE zuerst die Zeilen von „%1“, und was in %2 auf sie verweist, geht mit ihnen oder hält die Migration an.</translation>
    </message>
    <message>
        <source>The old “%2” takes %1 along, and nothing here makes that again.</source>
        <translation>Die alte Tabelle „%2“ nimmt %1 mit, und nichts hier legt das wieder an.</translation>
    </message>
    <message>
        <source>If a row of “%1” has no “%2”, this fails: “%3” of “%4” is NOT NULL.</source>
        <translation>Hat eine Zeile von „%1“ kein „%2“, scheitert dies: „%3“ von „%4“ ist NOT NULL.</translation>
    </message>
    <message>
        <source>Since SQLite 3.26 whatever names a table follows it when it is renamed. A table that is renamed out of the way takes the foreign keys, views and triggers of others along.</source>
        <translation>Seit SQLite 3.26 folgt alles, was eine Tabelle nennt, ihr beim Umbenennen. Eine Tabelle, die beiseite benannt wird, nimmt die Fremdschlüssel, Views und Trigger anderer mit.</translation>
    </message>
    <message>
        <source>Make the new table under another name, copy the rows, drop the old one, and rename the new one.</source>
        <translation>Die neue Tabelle unter einem anderen Namen anlegen, die Zeilen kopieren, die alte löschen und die neue umbenennen.</translation>
    </message>
    <message>
        <source>With a table go its indexes and triggers, and while foreign keys are on its rows are deleted first, as DELETE would: rows that reference them are deleted, emptied or in the way.</source>
        <translation>Mit einer Tabelle verschwinden ihre Indizes und Trigger, und solange Fremdschlüssel eingeschaltet sind, werden zuerst ihre Zeilen gelöscht, wie DELETE es täte: Zeilen, die auf sie verweisen, werden gelöscht, geleert oder stehen im Weg.</translation>
    </message>
    <message>
        <source>Switch foreign keys off before BEGIN, make every index and trigger of the old table again, look at PRAGMA foreign_key_check, and switch foreign keys on again after COMMIT.</source>
        <translation>Fremdschlüssel vor BEGIN ausschalten, jeden Index und Trigger der alten Tabelle wieder anlegen, PRAGMA foreign_key_check ansehen und Fremdschlüssel nach COMMIT wieder einschalten.</translation>
    </message>
    <message>
        <source>The old table let rows be without a value; the new one refuses the first of them, and with it the whole copy.</source>
        <translation>Die alte Tabelle ließ Zeilen ohne Wert zu; die neue lehnt die erste davon ab, und mit ihr die ganze Kopie.</translation>
    </message>
    <message>
        <source>Say what such rows get: coalesce(column, value).</source>
        <translation>Angeben, was solche Zeilen bekommen: coalesce(column, value).</translation>
    </message>
    <message>
        <source>%1 SQL files of any other tool can be looked at one by one: name them or their folder, and the database with --dialect.</source>
        <translation>%1 SQL-Dateien jedes anderen Werkzeugs lassen sich einzeln prüfen: sie oder ihren Ordner angeben und die Datenbank mit --dialect.</translation>
    </message>
    <message>
        <source>A migration is settled as either --applied or --reverted.</source>
        <translation>Eine Migration wird entweder mit --applied oder mit --reverted geklärt.</translation>
    </message>
    <message>
        <source>Write “whimbrel resolve VERSION --applied” where all of it is in effect, or --reverted where nothing of it is.</source>
        <translation>„whimbrel resolve VERSION --applied“ schreiben, wenn alles davon wirksam ist, oder --reverted, wenn nichts davon wirksam ist.</translation>
    </message>
    <message>
        <source>%1 is recorded as applied.</source>
        <translation>%1 ist als angewendet verzeichnet.</translation>
    </message>
    <message>
        <source>%1 is recorded as not applied; the next run begins at its first statement.</source>
        <translation>%1 ist als nicht angewendet verzeichnet; der nächste Lauf beginnt mit ihrer ersten Anweisung.</translation>
    </message>
    <message>
        <source>settle a failed migration</source>
        <translation>eine fehlgeschlagene Migration klären</translation>
    </message>
    <message>
        <source>all of it is in effect, whoever brought that about</source>
        <translation>alles davon ist wirksam, wer auch immer das bewirkt hat</translation>
    </message>
    <message>
        <source>nothing of it is in effect</source>
        <translation>nichts davon ist wirksam</translation>
    </message>
    <message>
        <source>There is no version %1 of %2.</source>
        <translation>Eine Version %1 von %2 gibt es nicht.</translation>
    </message>
    <message>
        <source>Write one as in %1.</source>
        <translation>Eine Version schreiben wie in %1.</translation>
    </message>
    <message>
        <source>The stall budget is less than %1 ms, in which no lock can be had.</source>
        <translation>Das Wartebudget liegt unter %1 ms; in so kurzer Zeit ist keine Sperre zu bekommen.</translation>
    </message>
    <message>
        <source>Write how long others may wait because of a run, such as &quot;100ms&quot;; a long time where it does not matter.</source>
        <translation>Schreiben, wie lange andere wegen eines Laufs warten dürfen, etwa &quot;100ms&quot;; eine lange Zeit, wo es nicht darauf ankommt.</translation>
    </message>
    <message>
        <source>A batch needs a time to hold its locks.</source>
        <translation>Ein Stapel braucht eine Zeit, in der er seine Sperren hält.</translation>
    </message>
    <message>
        <source>Write a duration such as &quot;75ms&quot;.</source>
        <translation>Eine Dauer schreiben, etwa &quot;75ms&quot;.</translation>
    </message>
    <message>
        <source>“%1” is no pause between batches.</source>
        <translation>„%1“ ist keine Pause zwischen Stapeln.</translation>
    </message>
    <message>
        <source>Write a share of the time that the batch took, such as &quot;25%&quot;, or a duration such as &quot;50ms&quot;.</source>
        <translation>Einen Anteil der Zeit schreiben, die der Stapel gebraucht hat, etwa &quot;25%&quot;, oder eine Dauer, etwa &quot;50ms&quot;.</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>noch %1 h</translation>
    </message>
    <message>
        <source>%1 of about %2 rows (%3 %)</source>
        <translation>%1 von etwa %2 Zeilen (%3 %)</translation>
    </message>
    <message>
        <source>pass %1</source>
        <translation>Durchgang %1</translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 Zeilen/s</translation>
    </message>
    <message>
        <source>In other tools: %1.</source>
        <translation>In anderen Werkzeugen: %1.</translation>
    </message>
    <message>
        <source>To silence it for one statement, write this above it, with the reason: %1</source>
        <translation>Um sie für eine Anweisung stummzuschalten, dies mit der Begründung darüber schreiben: %1</translation>
    </message>
    <message>
        <source>Without Whimbrel&apos;s journal nobody would know after an interruption which rows were done, and some would be done twice.</source>
        <translation>Ohne das Journal von Whimbrel wüsste nach einer Unterbrechung niemand, welche Zeilen fertig sind, und manche würden zweimal bearbeitet.</translation>
    </message>
    <message>
        <source>Switch the journal on in whimbrel.toml, or give the statement a condition that becomes false for the rows that are done.</source>
        <translation>Das Journal in whimbrel.toml einschalten oder der Anweisung eine Bedingung geben, die für die fertigen Zeilen falsch wird.</translation>
    </message>
    <message>
        <source>An interrupted attempt has changed %1 rows in batches, and the statement or the key it took them by is another one now.</source>
        <translation>Ein unterbrochener Versuch hat %1 Zeilen stapelweise geändert, und die Anweisung oder der Schlüssel, nach dem er sie durchging, hat sich seither geändert.</translation>
    </message>
    <message>
        <source>Bring the statement back and run again. Or, if the new one may change those rows once more, let it begin anew with “whimbrel resolve %1 --reverted”.</source>
        <translation>Die Anweisung zurückholen und erneut ausführen. Oder, wenn die neue diese Zeilen noch einmal ändern darf, sie mit „whimbrel resolve %1 --reverted“ von vorn beginnen lassen.</translation>
    </message>
    <message>
        <source>The rows of “%1” are taken by %2.</source>
        <translation>Die Zeilen von „%1“ werden nach %2 durchgegangen.</translation>
    </message>
    <message>
        <source>Goes on where an interrupted attempt stopped: %1 rows were gone by in pass %2, and %3 were changed.</source>
        <translation>Geht dort weiter, wo ein unterbrochener Versuch stehen blieb: In Durchgang %2 waren %1 Zeilen durchlaufen, und %3 waren geändert.</translation>
    </message>
    <message>
        <source>The batch was rolled back and is tried again: %1</source>
        <translation>Der Stapel wurde zurückgerollt und wird erneut versucht: %1</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Pausiert.</translation>
    </message>
    <message>
        <source>The batches go on.</source>
        <translation>Die Stapel laufen weiter.</translation>
    </message>
    <message>
        <source>After pass %1, %2 rows still match the condition: the values that are set do not make it false for them, or such rows are written as fast as they are changed. Whimbrel leaves it at that.</source>
        <translation>Nach Durchgang %1 erfüllen %2 Zeilen die Bedingung noch immer: Die gesetzten Werte machen sie für diese Zeilen nicht falsch, oder solche Zeilen werden so schnell geschrieben, wie sie geändert werden. Whimbrel belässt es dabei.</translation>
    </message>
    <message>
        <source>After pass %1, %2 rows match the condition still: they were written meanwhile. Another pass follows.</source>
        <translation>Nach Durchgang %1 erfüllen %2 Zeilen die Bedingung noch: Sie wurden inzwischen geschrieben. Ein weiterer Durchgang folgt.</translation>
    </message>
    <message>
        <source>%1 old row versions are left behind: VACUUM (ANALYZE) %2 makes their room usable again.</source>
        <translation>%1 alte Zeilenversionen bleiben zurück: VACUUM (ANALYZE) %2 macht ihren Platz wieder nutzbar.</translation>
    </message>
    <message>
        <source>the blocks of the table</source>
        <translation>den Blöcken der Tabelle</translation>
    </message>
    <message>
        <source>Write “-- whimbrel: batch”, with size=N, pause=25% or pause=50ms, and key=COLUMN where they are wanted.</source>
        <translation>„-- whimbrel: batch“ schreiben, bei Bedarf mit size=N, pause=25% oder pause=50ms und key=COLUMN.</translation>
    </message>
    <message>
        <source>“batch” stands above no statement.</source>
        <translation>„batch“ steht über keiner Anweisung.</translation>
    </message>
    <message>
        <source>Write the comment directly above the UPDATE, DELETE or INSERT that it means.</source>
        <translation>Den Kommentar direkt über das UPDATE, DELETE oder INSERT schreiben, das er meint.</translation>
    </message>
    <message>
        <source>A statement in batches has to be the only one of its section: the others would run between rows that are done and rows that are not.</source>
        <translation>Eine Anweisung in Stapeln muss die einzige ihres Abschnitts sein: Die anderen liefen sonst zwischen Zeilen, die fertig sind, und Zeilen, die es nicht sind.</translation>
    </message>
    <message>
        <source>Put it into a migration of its own, or remove the comment.</source>
        <translation>Sie in eine eigene Migration verlegen oder den Kommentar entfernen.</translation>
    </message>
    <message>
        <source>A statement cannot run in batches inside one transaction: its rows would stay locked to the end all the same.</source>
        <translation>Eine Anweisung kann nicht innerhalb einer einzigen Transaktion in Stapeln laufen: Ihre Zeilen blieben trotzdem bis zum Ende gesperrt.</translation>
    </message>
    <message>
        <source>Let the section run without a transaction, as dbmate&apos;s transaction:false behind its marker does, or remove the comment.</source>
        <translation>Den Abschnitt ohne Transaktion laufen lassen, wie es transaction:false von dbmate hinter der Markierung bewirkt, oder den Kommentar entfernen.</translation>
    </message>
    <message>
        <source>“%1” is no size of a batch.</source>
        <translation>„%1“ ist keine Größe eines Stapels.</translation>
    </message>
    <message>
        <source>Write a number from 1 to %1.</source>
        <translation>Eine Zahl von 1 bis %1 schreiben.</translation>
    </message>
    <message>
        <source>“key=” names no column.</source>
        <translation>„key=“ nennt keine Spalte.</translation>
    </message>
    <message>
        <source>“%1” is nothing that “batch” knows.</source>
        <translation>„%1“ ist nichts, was „batch“ kennt.</translation>
    </message>
    <message>
        <source>Runs in batches, each in a transaction of its own; an interrupted run goes on where it stopped.</source>
        <translation>Läuft in Stapeln, jeder in einer eigenen Transaktion; ein unterbrochener Lauf geht dort weiter, wo er stehen blieb.</translation>
    </message>
    <message>
        <source>Rewrite the statement, or remove the comment and let it run as one.</source>
        <translation>Die Anweisung umschreiben oder den Kommentar entfernen und sie in einem Stück laufen lassen.</translation>
    </message>
    <message>
        <source>%1 rows were changed in batches that are committed and stay; the batch in flight is rolled back. The history does not list the migration yet.</source>
        <translation>%1 Zeilen wurden in Stapeln geändert, die abgeschlossen sind und bleiben; der laufende Stapel wird zurückgerollt. Der Verlauf führt die Migration noch nicht auf.</translation>
    </message>
    <message>
        <source>Run again to go on from there: the journal knows which rows are done.</source>
        <translation>Erneut ausführen, um von dort weiterzumachen: Das Journal weiß, welche Zeilen fertig sind.</translation>
    </message>
    <message>
        <source>An index that CREATE INDEX CONCURRENTLY could not finish stays behind as invalid, until the next run drops it and builds it anew.</source>
        <translation>Ein Index, den CREATE INDEX CONCURRENTLY nicht fertigstellen konnte, bleibt als ungültig zurück, bis der nächste Lauf ihn löscht und neu aufbaut.</translation>
    </message>
    <message>
        <source>%1 is written anew (%2)</source>
        <translation>%1 wird neu geschrieben (%2)</translation>
    </message>
    <message>
        <source>all of %1 is read (%2)</source>
        <translation>%1 wird vollständig gelesen (%2)</translation>
    </message>
    <message>
        <source>an index on %1 is built (%2)</source>
        <translation>ein Index auf %1 wird aufgebaut (%2)</translation>
    </message>
    <message>
        <source>all rows of %1 are changed (%2)</source>
        <translation>alle Zeilen von %1 werden geändert (%2)</translation>
    </message>
    <message>
        <source>statement %1: %2</source>
        <translation>Anweisung %1: %2</translation>
    </message>
    <message>
        <source>“%1” cannot be done without making others wait for longer than the stall budget of %2.</source>
        <translation>„%1“ ist nicht möglich, ohne andere länger warten zu lassen, als das Wartebudget von %2 erlaubt.</translation>
    </message>
    <message>
        <source>While others cannot use what is locked, for %1 at least: %2.</source>
        <translation>Solange andere das Gesperrte nicht nutzen können, mindestens %1 lang: %2.</translation>
    </message>
    <message>
        <source>user %1</source>
        <translation>Benutzer %1</translation>
    </message>
    <message>
        <source>process %1</source>
        <translation>Prozess %1</translation>
    </message>
    <message>
        <source>%1 waits for %2 on %3</source>
        <translation>%1 wartet auf %2 an %3</translation>
    </message>
    <message>
        <source>%1 holds %2 on %3</source>
        <translation>%1 hält %2 an %3</translation>
    </message>
    <message>
        <source>%1, in a transaction for %2 at least, holds %3 on %4</source>
        <translation>%1, in einer Transaktion seit mindestens %2, hält %3 an %4</translation>
    </message>
    <message>
        <source>%1, %2, in a transaction for %3, holds %4 on %5</source>
        <translation>%1, %2, in einer Transaktion seit %3, hält %4 an %5</translation>
    </message>
    <message>
        <source>the prepared transaction “%1” holds %2 on %3</source>
        <translation>die vorbereitete Transaktion „%1“ hält %2 an %3</translation>
    </message>
    <message>
        <source>process %1, a vacuum of %2 that prevents wraparound and does not yield</source>
        <translation>Prozess %1, ein VACUUM von %2, das einen Wraparound verhindert und nicht zurückweicht</translation>
    </message>
    <message>
        <source>process %1, an autovacuum of %2</source>
        <translation>Prozess %1, ein Autovacuum von %2</translation>
    </message>
    <message>
        <source>%1; its last statement: %2</source>
        <translation>%1; letzte Anweisung: %2</translation>
    </message>
    <message>
        <source>%1; it runs: %2</source>
        <translation>%1; laufende Anweisung: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) waited because of this run, the longest for %1 (%2) of %3 that they may.</source>
        <translation>
            <numerusform>%n Sitzung wartete wegen dieses Laufs, am längsten %1 (%2); erlaubt sind %3.</numerusform>
            <numerusform>%n Sitzungen warteten wegen dieses Laufs, am längsten %1 (%2); erlaubt sind %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>Whoever may can end what is in the way: %1.</source>
        <translation>Wer darf, kann beenden, was im Weg steht: %1.</translation>
    </message>
    <message>
        <source>The way to the locks on %1 was not clear within %2.</source>
        <translation>Der Weg zu den Sperren an %1 wurde innerhalb von %2 nicht frei.</translation>
    </message>
    <message numerus="yes">
        <source>The locks on %1 were not granted within %2, in %n attempt(s).</source>
        <translation>
            <numerusform>Die Sperren an %1 wurden innerhalb von %2 nicht gewährt, in %n Versuch.</numerusform>
            <numerusform>Die Sperren an %1 wurden innerhalb von %2 nicht gewährt, in %n Versuchen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody old was in the way: short transactions follow each other too closely.</source>
        <translation>Keine alte Transaktion stand im Weg: Kurze Transaktionen folgen zu dicht aufeinander.</translation>
    </message>
    <message>
        <source>In the way: %1.</source>
        <translation>Im Weg: %1.</translation>
    </message>
    <message>
        <source>Whimbrel cancelled it, because others had to wait: the stall budget is %1 ms.</source>
        <translation>Whimbrel hat die Anweisung abgebrochen, weil andere warten mussten: Das Wartebudget beträgt %1 ms.</translation>
    </message>
    <message>
        <source>Split the work so that no step holds its locks for long (“whimbrel lint” shows the safe way), run it when nobody works, or allow longer waits with “-- whimbrel: stall-budget 5s” above it.</source>
        <translation>Die Arbeit so aufteilen, dass kein Schritt seine Sperren lange hält („whimbrel lint“ zeigt den sicheren Weg), sie ausführen, wenn niemand arbeitet, oder mit „-- whimbrel: stall-budget 5s“ darüber längeres Warten erlauben.</translation>
    </message>
    <message>
        <source>The run lock was lost, so another run may have begun. This one stops.</source>
        <translation>Die Laufsperre ging verloren, daher kann ein anderer Lauf begonnen haben. Dieser stoppt.</translation>
    </message>
    <message>
        <source>Run again: what is applied is in the history.</source>
        <translation>Erneut ausführen: Was angewendet ist, steht im Verlauf.</translation>
    </message>
    <message>
        <source>A vacuum to prevent wraparound runs on %1, and it does not yield.</source>
        <translation>Auf %1 läuft ein VACUUM, das einen Wraparound verhindert, und es weicht nicht zurück.</translation>
    </message>
    <message>
        <source>Let it end: pg_stat_progress_vacuum shows how far it is.</source>
        <translation>Es zu Ende laufen lassen: pg_stat_progress_vacuum zeigt, wie weit es ist.</translation>
    </message>
    <message>
        <source>A connection pooler in transaction mode stands in front of the database: two sessions are the same one, or one is several.</source>
        <translation>Vor der Datenbank steht ein Verbindungspooler im Transaktionsmodus: Zwei Sitzungen sind dieselbe, oder eine ist mehrere.</translation>
    </message>
    <message>
        <source>Nothing was changed. Give the database&apos;s own host and port, or a pool in session mode: locks and settings of a run do not stick to a pooled session.</source>
        <translation>Nichts wurde geändert. Host und Port der Datenbank selbst angeben oder einen Pool im Sitzungsmodus: Sperren und Einstellungen eines Laufs haften nicht an einer Sitzung aus dem Pool.</translation>
    </message>
    <message>
        <source>“stall-budget %1” is no time that others can be made to wait.</source>
        <translation>„stall-budget %1“ ist keine Zeit, die man andere warten lassen kann.</translation>
    </message>
    <message>
        <source>An earlier attempt had begun statement %1 (“%2”), and the database does not tell whether it took effect.</source>
        <translation>Ein früherer Versuch hatte Anweisung %1 („%2“) begonnen, und die Datenbank verrät nicht, ob sie wirksam wurde.</translation>
    </message>
    <message>
        <source>Look at what it does. If it took effect, finish the migration by hand and run “whimbrel resolve %1 --applied”. If it did not, undo by hand what the statements before it did and run “whimbrel resolve %1 --reverted”: the next run begins at the first statement.</source>
        <translation>Nachsehen, was sie tut. Wurde sie wirksam, die Migration von Hand zu Ende bringen und „whimbrel resolve %1 --applied“ ausführen. Wurde sie es nicht, von Hand rückgängig machen, was die Anweisungen davor getan haben, und „whimbrel resolve %1 --reverted“ ausführen: Der nächste Lauf beginnt mit der ersten Anweisung.</translation>
    </message>
    <message>
        <source>Statement %1 (“%2”) of the interrupted attempt took effect: the database shows it. It is not run again.</source>
        <translation>Anweisung %1 („%2“) des unterbrochenen Versuchs wurde wirksam: Die Datenbank zeigt es. Sie wird nicht noch einmal ausgeführt.</translation>
    </message>
    <message>
        <source>Statement %1 (“%2”) of the interrupted attempt did not take effect: the database shows it. It is run again.</source>
        <translation>Anweisung %1 („%2“) des unterbrochenen Versuchs wurde nicht wirksam: Die Datenbank zeigt es. Sie wird noch einmal ausgeführt.</translation>
    </message>
    <message>
        <source>Statement %1 (“%2”) of the interrupted attempt is run again, which does no harm.</source>
        <translation>Anweisung %1 („%2“) des unterbrochenen Versuchs wird noch einmal ausgeführt, was nicht schadet.</translation>
    </message>
    <message>
        <source>Statement %1 (“%2”) of the interrupted attempt left something unfinished behind, which is removed first: %3</source>
        <translation>Anweisung %1 („%2“) des unterbrochenen Versuchs ließ etwas Unfertiges zurück, das zuerst entfernt wird: %3</translation>
    </message>
    <message>
        <source>Statement %1 (“%2”) of the interrupted attempt came half-way and is brought to its end: %3</source>
        <translation>Anweisung %1 („%2“) des unterbrochenen Versuchs kam nur halb durch und wird zu Ende gebracht: %3</translation>
    </message>
    <message>
        <source>Settled by hand.</source>
        <translation>Von Hand geklärt.</translation>
    </message>
    <message>
        <source>The migration %1 is not applied.</source>
        <translation>Die Migration %1 ist nicht angewendet.</translation>
    </message>
    <message>
        <source>There is nothing to settle.</source>
        <translation>Es gibt nichts zu klären.</translation>
    </message>
    <message>
        <source>That attempt of %1 had begun statement %2, which may have taken effect too: the run looks before it goes on.</source>
        <translation>Jener Versuch vom %1 hatte Anweisung %2 begonnen, die ebenfalls wirksam geworden sein kann: Der Lauf prüft das, bevor er weitermacht.</translation>
    </message>
    <message>
        <source>How many rows of “%1” this deletes in one go, %2 alone decides: each stays locked until the last is done, and replicas follow late.</source>
        <translation>Wie viele Zeilen von „%1“ dies auf einmal löscht, hängt allein von %2 ab: Jede bleibt gesperrt, bis die letzte fertig ist, und Repliken folgen spät.</translation>
    </message>
    <message>
        <source>How many rows of “%1” this changes in one go, %2 alone decides: each stays locked until the last is done, and replicas follow late.</source>
        <translation>Wie viele Zeilen von „%1“ dies auf einmal ändert, hängt allein von %2 ab: Jede bleibt gesperrt, bis die letzte fertig ist, und Repliken folgen spät.</translation>
    </message>
    <message>
        <source>Nothing is known of the rows of “%1”: if most have no “%2”, they are all changed in one go, and each stays locked until the last is done.</source>
        <translation>Über die Zeilen von „%1“ ist nichts bekannt: Haben die meisten kein „%2“, werden sie alle auf einmal geändert, und jede bleibt gesperrt, bis die letzte fertig ist.</translation>
    </message>
    <message>
        <source>Dropping the index “%1” lets nobody read or write “%2” and all of its partitions, and waits for everyone who does. PostgreSQL cannot do it concurrently.</source>
        <translation>Das Löschen des Index „%1“ lässt niemanden „%2“ und alle Partitionen der Tabelle lesen oder beschreiben und wartet auf alle, die es gerade tun. PostgreSQL kann es nicht mit CONCURRENTLY.</translation>
    </message>
    <message>
        <source>“%1” may be built again in place: as much disk space again, and replicas fall behind. That depends on %2.</source>
        <translation>„%1“ wird vielleicht an Ort und Stelle neu aufgebaut: Das braucht noch einmal so viel Speicherplatz, und Repliken geraten in Rückstand. Das hängt hiervon ab: %2.</translation>
    </message>
    <message>
        <source>“%1” may be copied row by row, and nobody can write to it meanwhile. That depends on %2.</source>
        <translation>„%1“ wird vielleicht Zeile für Zeile kopiert, und niemand kann inzwischen in die Tabelle schreiben. Das hängt hiervon ab: %2.</translation>
    </message>
    <message>
        <source>“%1” may be copied row by row; writes go on, and are repeated on the copy. That depends on %2.</source>
        <translation>„%1“ wird vielleicht Zeile für Zeile kopiert; Schreibzugriffe gehen weiter und werden auf der Kopie wiederholt. Das hängt hiervon ab: %2.</translation>
    </message>
    <message>
        <source>“%1” is copied row by row, and it may be that nobody can write to it meanwhile. That depends on %2.</source>
        <translation>„%1“ wird Zeile für Zeile kopiert, und vielleicht kann inzwischen niemand in die Tabelle schreiben. Das hängt hiervon ab: %2.</translation>
    </message>
    <message>
        <source>A place of its own for “%1” may have every row written anew.</source>
        <translation>Eine bestimmte Stelle für „%1“ führt vielleicht dazu, dass jede Zeile neu geschrieben wird.</translation>
    </message>
    <message>
        <source>Nothing switches foreign keys on again: whatever the connection runs next, the migrations after this one included, may leave rows that reference nothing.</source>
        <translation>Nichts schaltet die Fremdschlüssel wieder ein: Was immer die Verbindung als Nächstes ausführt, auch die Migrationen nach dieser, kann Zeilen hinterlassen, deren Verweis ins Leere geht.</translation>
    </message>
    <message>
        <source>The pragma lasts as long as the connection, in which the next migrations run as well. Inside a transaction it does nothing, so that switching it on again before COMMIT leaves it off.</source>
        <translation>Das Pragma gilt so lange wie die Verbindung, in der auch die nächsten Migrationen laufen. Innerhalb einer Transaktion bewirkt es nichts; wird es noch vor COMMIT wieder eingeschaltet, bleibt es daher ausgeschaltet.</translation>
    </message>
    <message>
        <source>Look with PRAGMA foreign_key_check what the script has left, and write PRAGMA foreign_keys = ON after the COMMIT.</source>
        <translation>Mit PRAGMA foreign_key_check ansehen, was das Skript hinterlassen hat, und PRAGMA foreign_keys = ON hinter das COMMIT schreiben.</translation>
    </message>
    <message>
        <source>Write it as in “-- whimbrel: stall-budget 5s”, %1 ms at least.</source>
        <translation>Wie in „-- whimbrel: stall-budget 5s“ schreiben, mindestens %1 ms.</translation>
    </message>
    <message>
        <source>Statement %1 (“%2”) of the interrupted attempt is still running in the session that it left behind.</source>
        <translation>Anweisung %1 („%2“) des unterbrochenen Versuchs läuft noch in der Sitzung, die er zurückgelassen hat.</translation>
    </message>
    <message>
        <source>Wait for its end, or end that session (“whimbrel locks” shows it), and run again.</source>
        <translation>Ihr Ende abwarten oder diese Sitzung beenden („whimbrel locks“ zeigt sie) und noch einmal ausführen.</translation>
    </message>
    <message>
        <source>A statement with executable comments cannot be run in batches.</source>
        <translation>Eine Anweisung mit ausführbaren Kommentaren lässt sich nicht stapelweise ausführen.</translation>
    </message>
    <message>
        <source>Only UPDATE, DELETE and INSERT … SELECT can run in batches.</source>
        <translation>Nur UPDATE, DELETE und INSERT … SELECT können stapelweise laufen.</translation>
    </message>
    <message>
        <source>Remove the comment; a statement that begins with WITH can often be written with a subquery instead.</source>
        <translation>Den Kommentar entfernen; eine Anweisung, die mit WITH beginnt, lässt sich oft stattdessen mit einer Unterabfrage schreiben.</translation>
    </message>
    <message>
        <source>The table whose rows are to be taken in batches could not be read.</source>
        <translation>Die Tabelle, deren Zeilen stapelweise genommen werden sollen, ließ sich nicht erkennen.</translation>
    </message>
    <message>
        <source>A table of another database cannot be gone through in batches.</source>
        <translation>Eine Tabelle einer anderen Datenbank lässt sich nicht stapelweise durchgehen.</translation>
    </message>
    <message>
        <source>An assignment of SET could not be read.</source>
        <translation>Eine Zuweisung von SET ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>A statement with ORDER BY or LIMIT cannot be cut into batches: they take the rows in the order of their key.</source>
        <translation>Eine Anweisung mit ORDER BY oder LIMIT lässt sich nicht in Stapel zerlegen: Diese nehmen die Zeilen in der Reihenfolge ihres Schlüssels.</translation>
    </message>
    <message>
        <source>Remove ORDER BY and LIMIT; each batch holds few rows anyway.</source>
        <translation>ORDER BY und LIMIT entfernen; jeder Stapel enthält ohnehin nur wenige Zeilen.</translation>
    </message>
    <message>
        <source>Only an UPDATE of one table can run in batches.</source>
        <translation>Nur ein UPDATE einer einzigen Tabelle kann stapelweise laufen.</translation>
    </message>
    <message>
        <source>Write the other tables into subqueries of SET and WHERE.</source>
        <translation>Die anderen Tabellen in Unterabfragen von SET und WHERE schreiben.</translation>
    </message>
    <message>
        <source>WHERE CURRENT OF changes one row, which needs no batches.</source>
        <translation>WHERE CURRENT OF ändert eine einzige Zeile, was keine Stapel braucht.</translation>
    </message>
    <message>
        <source>Only a DELETE from one table can run in batches.</source>
        <translation>Nur ein DELETE aus einer einzigen Tabelle kann stapelweise laufen.</translation>
    </message>
    <message>
        <source>Write the other tables into a subquery of WHERE.</source>
        <translation>Die anderen Tabellen in eine Unterabfrage von WHERE schreiben.</translation>
    </message>
    <message>
        <source>A SELECT DISTINCT cannot be cut into batches: it compares rows of different batches.</source>
        <translation>Ein SELECT DISTINCT lässt sich nicht in Stapel zerlegen: Es vergleicht Zeilen verschiedener Stapel.</translation>
    </message>
    <message>
        <source>A SELECT with an aggregate or a window cannot be cut into batches: it looks at rows of different batches.</source>
        <translation>Ein SELECT mit einem Aggregat oder einem Fenster lässt sich nicht in Stapel zerlegen: Es betrachtet Zeilen verschiedener Stapel.</translation>
    </message>
    <message>
        <source>A RIGHT or FULL JOIN cannot be cut into batches of its first table&apos;s rows.</source>
        <translation>Ein RIGHT oder FULL JOIN lässt sich nicht in Stapel aus Zeilen seiner ersten Tabelle zerlegen.</translation>
    </message>
    <message>
        <source>Write it as a LEFT JOIN.</source>
        <translation>Als LEFT JOIN schreiben.</translation>
    </message>
    <message>
        <source>Only an INSERT with a SELECT can run in batches.</source>
        <translation>Nur ein INSERT mit einem SELECT kann stapelweise laufen.</translation>
    </message>
    <message>
        <source>The SELECT reads no table whose rows could be taken in batches.</source>
        <translation>Das SELECT liest keine Tabelle, deren Zeilen sich stapelweise nehmen ließen.</translation>
    </message>
    <message>
        <source>A SELECT with %1 cannot be cut into batches of its first table&apos;s rows.</source>
        <translation>Ein SELECT mit %1 lässt sich nicht in Stapel aus Zeilen seiner ersten Tabelle zerlegen.</translation>
    </message>
    <message>
        <source>The rows of an INSERT … SELECT are taken in batches of the first table of FROM, and here none stands there.</source>
        <translation>Die Zeilen eines INSERT … SELECT werden stapelweise aus der ersten Tabelle von FROM genommen, und hier steht dort keine.</translation>
    </message>
    <message>
        <source>Put the big table first in FROM.</source>
        <translation>Die große Tabelle in FROM an die erste Stelle setzen.</translation>
    </message>
    <message>
        <source>An INSERT that reads the table it writes to cannot run in batches: later ones would read what earlier ones wrote.</source>
        <translation>Ein INSERT, das die Tabelle liest, in die es schreibt, kann nicht stapelweise laufen: Spätere Stapel würden lesen, was frühere geschrieben haben.</translation>
    </message>
    <message>
        <source>It takes each row of “%1” once. Rows written there meanwhile may be left out: that is the job of a trigger that is there before.</source>
        <translation>Jede Zeile von „%1“ wird einmal genommen. Zeilen, die dort inzwischen geschrieben werden, können ausgelassen werden: Um sie muss sich ein Trigger kümmern, der schon vorher da ist.</translation>
    </message>
    <message>
        <source>SET reads what it changes, so each row of “%1” is changed once, in one pass. Rows written meanwhile may be left out: that is the job of a trigger that is there before.</source>
        <translation>SET liest, was es ändert, daher wird jede Zeile von „%1“ einmal geändert, in einem einzigen Durchgang. Inzwischen geschriebene Zeilen können ausgelassen werden: Um sie muss sich ein Trigger kümmern, der schon vorher da ist.</translation>
    </message>
    <message>
        <source>Its condition does not tell rows that are done from others, so there is one pass over “%1”. Rows written meanwhile may be left out: that is the job of a trigger that is there before.</source>
        <translation>Die Bedingung unterscheidet fertige Zeilen nicht von anderen, daher gibt es einen einzigen Durchgang durch „%1“. Inzwischen geschriebene Zeilen können ausgelassen werden: Um sie muss sich ein Trigger kümmern, der schon vorher da ist.</translation>
    </message>
    <message>
        <source>“%1” cannot be gone through by %2: no index of NOT NULL columns begins with that.</source>
        <translation>„%1“ lässt sich nicht nach %2 durchgehen: Kein Index aus Spalten mit NOT NULL beginnt damit.</translation>
    </message>
    <message>
        <source>Name the columns of the primary key, or leave key= out of the comment.</source>
        <translation>Die Spalten des Primärschlüssels nennen oder key= im Kommentar weglassen.</translation>
    </message>
    <message>
        <source>The table “%1” is not there.</source>
        <translation>Die Tabelle „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>The statement changes “%1”, by which its rows would be taken: they would move under the cursor.</source>
        <translation>Die Anweisung ändert „%1“, wonach ihre Zeilen genommen würden: Sie würden unter dem Cursor wandern.</translation>
    </message>
    <message>
        <source>Name another unique key with key= in the comment, or remove the comment.</source>
        <translation>Mit key= im Kommentar einen anderen eindeutigen Schlüssel nennen oder den Kommentar entfernen.</translation>
    </message>
    <message>
        <source>“%1” has no primary key and no unique key of NOT NULL columns, so its rows cannot be taken in batches each exactly once.</source>
        <translation>„%1“ hat keinen Primärschlüssel und keinen eindeutigen Schlüssel aus Spalten mit NOT NULL, daher lassen sich die Zeilen nicht so in Stapeln nehmen, dass jede genau einmal an die Reihe kommt.</translation>
    </message>
    <message>
        <source>Add a key; or give the statement a condition that becomes false for the rows that are done, such as “WHERE c IS NULL” where c is set.</source>
        <translation>Einen Schlüssel anlegen; oder der Anweisung eine Bedingung geben, die für fertige Zeilen falsch wird, etwa „WHERE c IS NULL“, wo c gesetzt wird.</translation>
    </message>
    <message>
        <source>Add a key, or remove the comment.</source>
        <translation>Einen Schlüssel anlegen oder den Kommentar entfernen.</translation>
    </message>
    <message>
        <source>The batches wait while the file %1 is there.</source>
        <translation>Die Stapel warten, solange es die Datei %1 gibt.</translation>
    </message>
    <message>
        <source>The throttles cannot be asked: %1</source>
        <translation>Die Drosseln lassen sich nicht abfragen: %1</translation>
    </message>
    <message>
        <source>The batches wait: a replica is %1 s behind.</source>
        <translation>Die Stapel warten: Eine Replik ist %1 s im Rückstand.</translation>
    </message>
    <message>
        <source>The throttle-query of whimbrel.toml holds nothing back, because it fails: %1</source>
        <translation>Die throttle-query aus whimbrel.toml hält nichts zurück, weil sie scheitert: %1</translation>
    </message>
    <message>
        <source>The batches wait: the throttle-query of whimbrel.toml says so.</source>
        <translation>Die Stapel warten: Die throttle-query aus whimbrel.toml verlangt es.</translation>
    </message>
    <message>
        <source>Attempt %1: the locks on %2 were not granted within %3 ms. Tries again.</source>
        <translation>Versuch %1: Die Sperren auf %2 wurden nicht innerhalb von %3 ms gewährt. Es wird erneut versucht.</translation>
    </message>
    <message>
        <source>An earlier attempt had left the invalid index %1. It was dropped, and is built anew.</source>
        <translation>Ein früherer Versuch hatte den ungültigen Index %1 zurückgelassen. Er wurde gelöscht und wird neu aufgebaut.</translation>
    </message>
    <message>
        <source>Attempt %1 was given up: %2 Nothing of it is in effect. Tries again.</source>
        <translation>Versuch %1 wurde aufgegeben: %2 Nichts davon ist wirksam. Es wird erneut versucht.</translation>
    </message>
    <message>
        <source>Waits, without making others wait, for the way to be clear to %1: %2.</source>
        <translation>Wartet, ohne andere warten zu lassen, bis der Weg frei ist zu %1: %2.</translation>
    </message>
    <message>
        <source>An autovacuum runs on %1: waits for it to yield with a lock that no reader or writer feels.</source>
        <translation>Auf %1 läuft ein Autovacuum: Whimbrel wartet mit einer Sperre, die kein Leser und kein Schreiber spürt, bis es weicht.</translation>
    </message>
    <message>
        <source>The server tells nobody who holds a table, so each attempt may make others wait for up to %1 ms. An administrator can change that with: %2</source>
        <translation>Der Server teilt niemandem mit, wer eine Tabelle hält, daher lässt jeder Versuch andere vielleicht bis zu %1 ms warten. Ein Administrator kann das ändern mit: %2</translation>
    </message>
    <message>
        <source>There is no monitor session, so nobody looks who is in the way or who waits; short attempts alone protect others: %1</source>
        <translation>Es gibt keine Überwachungssitzung, daher prüft niemand, wer im Weg ist oder wer wartet; nur kurze Versuche schützen andere: %1</translation>
    </message>
    <message>
        <source>this system does not tell who has it</source>
        <translation>dieses System teilt nicht mit, wer sie hat</translation>
    </message>
    <message>
        <source>Waits for the database file, which is locked: %1. Nobody waits because of it.</source>
        <translation>Wartet auf die Datenbankdatei, die gesperrt ist: %1. Niemand wartet deswegen.</translation>
    </message>
    <message>
        <source>statement %1 of %2, for %3</source>
        <comment>numbers, a duration</comment>
        <translation>Anweisung %1 von %2, seit %3</translation>
    </message>
    <message>
        <source>The server took %1 ms to tell who waits. It is asked every %2 s only.</source>
        <translation>Der Server hat %1 ms gebraucht, um zu sagen, wer wartet. Er wird nur alle %2 s gefragt.</translation>
    </message>
    <message>
        <source>This is no address of a web page.</source>
        <translation>Das ist keine Adresse einer Webseite.</translation>
    </message>
    <message>
        <source>Write one that begins with http:// or https://.</source>
        <translation>Eine angeben, die mit http:// oder https:// beginnt.</translation>
    </message>
    <message>
        <source>The throttle-url of whimbrel.toml holds nothing back, because Whimbrel&apos;s part that asks web pages does not load: %1</source>
        <translation>Die throttle-url aus whimbrel.toml hält nichts zurück, weil sich der Teil von Whimbrel, der Webseiten abfragt, nicht laden lässt: %1</translation>
    </message>
    <message>
        <source>The batches wait: %1 answers %2 %3.</source>
        <translation>Die Stapel warten: %1 antwortet mit %2 %3.</translation>
    </message>
    <message>
        <source>The batches wait: %1 does not answer.</source>
        <translation>Die Stapel warten: %1 antwortet nicht.</translation>
    </message>
    <message>
        <source>The batches wait: %1 does not answer: %2</source>
        <translation>Die Stapel warten: %1 antwortet nicht: %2</translation>
    </message>
    <message>
        <source>Whimbrel had added “%1”, so that the server refuses instead of copying the table, or keeping writers out, without a word.</source>
        <translation>Whimbrel hatte „%1“ angefügt, damit der Server ablehnt, statt wortlos die Tabelle zu kopieren oder Schreibende auszusperren.</translation>
    </message>
    <message>
        <source>Nothing of the statement is in effect. Say in the file how the server is to do it, with ALGORITHM= and LOCK=; or, where it does not matter who waits, give the statement a budget of its own with “-- whimbrel: stall-budget 10s” above it.</source>
        <translation>Nichts von der Anweisung ist wirksam. In der Datei mit ALGORITHM= und LOCK= sagen, wie der Server es tun soll; oder der Anweisung, wo es gleich ist, wer wartet, mit „-- whimbrel: stall-budget 10s“ darüber ein eigenes Budget geben.</translation>
    </message>
    <message>
        <source>Paused between two transactions: nothing is locked.</source>
        <translation>Angehalten zwischen zwei Transaktionen: Nichts ist gesperrt.</translation>
    </message>
    <message>
        <source>The run goes on.</source>
        <translation>Der Lauf geht weiter.</translation>
    </message>
    <message>
        <source>but on a copy by pt-online-schema-change: others wait only for the moments in which triggers are made and the tables change places</source>
        <translation>jedoch auf einer Kopie durch pt-online-schema-change: Andere warten nur in den Augenblicken, in denen Trigger angelegt werden und die Tabellen die Plätze tauschen</translation>
    </message>
    <message>
        <source>Or hand it to pt-online-schema-change, which copies the table while others write, with “-- whimbrel: online-copy” above it.</source>
        <translation>Oder die Anweisung mit „-- whimbrel: online-copy“ darüber an pt-online-schema-change übergeben, das die Tabelle kopiert, während andere schreiben.</translation>
    </message>
    <message>
        <source>An interrupted attempt has changed the table with a statement that the file does not hold any more.</source>
        <translation>Ein unterbrochener Versuch hat die Tabelle mit einer Anweisung geändert, die nicht mehr in der Datei steht.</translation>
    </message>
    <message>
        <source>Bring the statement back and run again: it is recorded as done, and a new change belongs into a new migration.</source>
        <translation>Die Anweisung zurückholen und erneut ausführen: Sie ist als erledigt verzeichnet, und eine neue Änderung gehört in eine neue Migration.</translation>
    </message>
    <message>
        <source>A new unique key cannot be made on a copy: pt-online-schema-change copies with INSERT IGNORE, and would leave out rows that have the same key.</source>
        <translation>Ein neuer eindeutiger Schlüssel lässt sich nicht auf einer Kopie anlegen: pt-online-schema-change kopiert mit INSERT IGNORE und würde Zeilen mit gleichem Schlüssel auslassen.</translation>
    </message>
    <message>
        <source>Add the key in a migration of its own, with an ordinary ALTER TABLE: the server builds it while others read and write.</source>
        <translation>Den Schlüssel in einer eigenen Migration mit einem gewöhnlichen ALTER TABLE hinzufügen: Der Server baut ihn auf, während andere lesen und schreiben.</translation>
    </message>
    <message>
        <source>A column cannot be renamed on a copy: pt-online-schema-change copies by name, and may leave its values behind.</source>
        <translation>Eine Spalte lässt sich nicht auf einer Kopie umbenennen: pt-online-schema-change kopiert nach Namen und lässt ihre Werte vielleicht zurück.</translation>
    </message>
    <message>
        <source>Rename it in a migration of its own: the server does that in a moment.</source>
        <translation>Sie in einer eigenen Migration umbenennen: Der Server tut das in einem Augenblick.</translation>
    </message>
    <message>
        <source>Nothing can be renamed on a copy, which takes the name of the table in the end.</source>
        <translation>Auf einer Kopie lässt sich nichts umbenennen, denn sie übernimmt am Ende den Namen der Tabelle.</translation>
    </message>
    <message>
        <source>Rename it in a migration of its own.</source>
        <translation>Das Umbenennen in eine eigene Migration verschieben.</translation>
    </message>
    <message>
        <source>The primary key cannot be dropped on a copy: by it pt-online-schema-change finds the rows that others change meanwhile.</source>
        <translation>Der Primärschlüssel lässt sich nicht auf einer Kopie löschen: Anhand dieses Schlüssels findet pt-online-schema-change die Zeilen, die andere inzwischen ändern.</translation>
    </message>
    <message>
        <source>Take the comment away, or keep the key.</source>
        <translation>Den Kommentar entfernen oder den Schlüssel behalten.</translation>
    </message>
    <message>
        <source>A constraint cannot be dropped on a copy: pt-online-schema-change gives the copy&apos;s constraints other names.</source>
        <translation>Ein Constraint lässt sich nicht auf einer Kopie löschen: pt-online-schema-change gibt den Constraints der Kopie andere Namen.</translation>
    </message>
    <message>
        <source>Drop it in a migration of its own, with an ordinary ALTER TABLE: the server does that without writing the table anew.</source>
        <translation>Ihn in einer eigenen Migration mit einem gewöhnlichen ALTER TABLE löschen: Der Server tut das, ohne die Tabelle neu zu schreiben.</translation>
    </message>
    <message>
        <source>The column “%1” is NOT NULL and has no default, so pt-online-schema-change has no value for the rows it copies.</source>
        <translation>Die Spalte „%1“ ist NOT NULL und hat keinen Vorgabewert, daher hat pt-online-schema-change keinen Wert für die Zeilen, die es kopiert.</translation>
    </message>
    <message>
        <source>Give it a DEFAULT, which a later migration may take away.</source>
        <translation>Ihr einen DEFAULT geben, den eine spätere Migration wieder entfernen kann.</translation>
    </message>
    <message>
        <source>This is nothing that pt-online-schema-change can do on an empty copy of the table.</source>
        <translation>Das ist nichts, was pt-online-schema-change auf einer leeren Kopie der Tabelle tun kann.</translation>
    </message>
    <message>
        <source>Remove the comment, or put what needs a copy into a migration of its own.</source>
        <translation>Den Kommentar entfernen oder das, was eine Kopie braucht, in eine eigene Migration verschieben.</translation>
    </message>
    <message>
        <source>pt-online-schema-change of the interrupted attempt is still at work on %1.</source>
        <translation>pt-online-schema-change des unterbrochenen Versuchs arbeitet noch an %1.</translation>
    </message>
    <message>
        <source>Wait for its end, or end its session (“whimbrel locks” shows it), and run again.</source>
        <translation>Das Ende abwarten oder seine Sitzung beenden („whimbrel locks“ zeigt sie) und erneut ausführen.</translation>
    </message>
    <message>
        <source>An interrupted attempt was about to put the copy of %1 in its place, and neither %2 nor %3 is there any more to tell whether it did.</source>
        <translation>Ein unterbrochener Versuch war im Begriff, die Kopie von %1 an die Stelle der Tabelle zu setzen, und weder %2 noch %3 ist noch da, um zu zeigen, ob es dazu kam.</translation>
    </message>
    <message>
        <source>Look at the table. If it is changed, run “whimbrel resolve %1 --applied”; if it is not, “whimbrel resolve %1 --reverted” and run again.</source>
        <translation>Die Tabelle ansehen. Ist sie geändert, „whimbrel resolve %1 --applied“ ausführen; ist sie es nicht, „whimbrel resolve %1 --reverted“ und danach die Migration erneut ausführen.</translation>
    </message>
    <message>
        <source>The table as it was before, %1, could not be dropped: %2 Drop it by hand.</source>
        <translation>Die Tabelle, wie sie vorher war, %1, konnte nicht gelöscht werden: %2 Sie von Hand löschen.</translation>
    </message>
    <message>
        <source>The interrupted attempt had put the copy of %1 in its place: the statement has taken effect.</source>
        <translation>Der unterbrochene Versuch hatte die Kopie von %1 an die Stelle der Tabelle gesetzt: Die Anweisung ist wirksam geworden.</translation>
    </message>
    <message>
        <source>The interrupted attempt had completed the copy of %1, and its triggers have kept it up to date: only the swap is left.</source>
        <translation>Der unterbrochene Versuch hatte die Kopie von %1 fertiggestellt, und ihre Trigger haben sie aktuell gehalten: Nur der Tausch steht noch aus.</translation>
    </message>
    <message>
        <source>Write “-- whimbrel: online-copy”, with chunk-time=100ms, max-load=Threads_running=25, critical-load=Threads_running=50, max-lag=5s and replicas=none where they are wanted.</source>
        <translation>„-- whimbrel: online-copy“ schreiben, bei Bedarf mit chunk-time=100ms, max-load=Threads_running=25, critical-load=Threads_running=50, max-lag=5s und replicas=none.</translation>
    </message>
    <message>
        <source>“%1” is no value of %2.</source>
        <translation>„%1“ ist kein Wert für %2.</translation>
    </message>
    <message>
        <source>“online-copy” is for MySQL and MariaDB: on %1 there is no tool to hand the statement to.</source>
        <translation>„online-copy“ ist für MySQL und MariaDB: Für %1 gibt es kein Werkzeug, an das sich die Anweisung übergeben ließe.</translation>
    </message>
    <message>
        <source>Remove the comment; “whimbrel plan” and “whimbrel lint” name the safe way of this statement.</source>
        <translation>Den Kommentar entfernen; „whimbrel plan“ und „whimbrel lint“ nennen den sicheren Weg für diese Anweisung.</translation>
    </message>
    <message>
        <source>“online-copy” stands above no statement.</source>
        <translation>„online-copy“ steht über keiner Anweisung.</translation>
    </message>
    <message>
        <source>Write the comment directly above the ALTER TABLE that it means.</source>
        <translation>Den Kommentar direkt über das ALTER TABLE schreiben, das er meint.</translation>
    </message>
    <message>
        <source>A statement that is handed to pt-online-schema-change has to be the only one of its section.</source>
        <translation>Eine Anweisung, die an pt-online-schema-change übergeben wird, muss die einzige ihres Abschnitts sein.</translation>
    </message>
    <message>
        <source>“%1” is nothing that “online-copy” knows.</source>
        <translation>„%1“ ist nichts, was „online-copy“ kennt.</translation>
    </message>
    <message>
        <source>pt-online-schema-change could not be started: %1</source>
        <translation>pt-online-schema-change konnte nicht gestartet werden: %1</translation>
    </message>
    <message>
        <source>pt-online-schema-change cannot be trusted with the name %1: it takes letters, digits, “_”, “$” and “-”.</source>
        <translation>Der Name %1 lässt sich pt-online-schema-change nicht anvertrauen: Es nimmt nur Buchstaben, Ziffern, „_“, „$“ und „-“.</translation>
    </message>
    <message>
        <source>Remove the comment, or rename the table before.</source>
        <translation>Den Kommentar entfernen oder die Tabelle vorher umbenennen.</translation>
    </message>
    <message>
        <source>The table %1 does not exist.</source>
        <translation>Die Tabelle %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>Correct the statement, or the database that is meant.</source>
        <translation>Die Anweisung berichtigen oder die gemeinte Datenbank.</translation>
    </message>
    <message>
        <source>%1 is no ordinary table but “%2”, whose rows a copy would not keep as they are.</source>
        <translation>%1 ist keine gewöhnliche Tabelle, sondern „%2“, und eine Kopie würde deren Zeilen nicht so behalten, wie sie sind.</translation>
    </message>
    <message>
        <source>%1 is a table of the engine %2: only with InnoDB&apos;s transactions does the copy stay equal to the table.</source>
        <translation>%1 ist eine Tabelle der Engine %2: Nur mit den Transaktionen von InnoDB bleibt die Kopie der Tabelle gleich.</translation>
    </message>
    <message>
        <source>Remove the comment and run it when nobody writes.</source>
        <translation>Den Kommentar entfernen und die Anweisung ausführen, wenn niemand schreibt.</translation>
    </message>
    <message>
        <source>%1 has neither a primary key nor a unique key without NULL, by which pt-online-schema-change finds the rows that others change meanwhile.</source>
        <translation>%1 hat weder einen Primärschlüssel noch einen eindeutigen Schlüssel ohne NULL, an dem pt-online-schema-change die Zeilen findet, die andere inzwischen ändern.</translation>
    </message>
    <message>
        <source>Add a primary key first, or remove the comment.</source>
        <translation>Zuerst einen Primärschlüssel anlegen, oder den Kommentar entfernen.</translation>
    </message>
    <message>
        <source>There is already what a copy of %1 would make: %2. Whimbrel has no record of having made it.</source>
        <translation>Was eine Kopie von %1 anlegen würde, gibt es schon: %2. Whimbrel hat nicht verzeichnet, es angelegt zu haben.</translation>
    </message>
    <message>
        <source>If no pt-online-schema-change is at work on the table and nothing else uses them, drop the triggers first, then the tables, and run again.</source>
        <translation>Wenn kein pt-online-schema-change an der Tabelle arbeitet und nichts anderes sie verwendet, zuerst die Trigger löschen, dann die Tabellen, und erneut ausführen.</translation>
    </message>
    <message>
        <source>pt-online-schema-change looks for replicas, so as not to leave them behind, and the user “%1” may not see them.</source>
        <translation>pt-online-schema-change sucht nach Repliken, damit sie nicht in Rückstand geraten, und der Benutzer „%1“ darf sie nicht sehen.</translation>
    </message>
    <message>
        <source>GRANT PROCESS ON *.* to it; or, where there are no replicas or they may lag, write “-- whimbrel: online-copy replicas=none”.</source>
        <translation>Ihm das Recht mit GRANT PROCESS ON *.* geben; oder, wo es keine Repliken gibt oder sie zurückliegen dürfen, „-- whimbrel: online-copy replicas=none“ schreiben.</translation>
    </message>
    <message>
        <source>pt-online-schema-change gives the foreign keys of %1 other names, with an underscore more or less at their beginning: %2.</source>
        <translation>pt-online-schema-change gibt den Fremdschlüsseln von %1 andere Namen, mit einem Unterstrich mehr oder weniger am Anfang: %2.</translation>
    </message>
    <message>
        <source>While %1 is copied, a transaction that writes to it may end in a deadlock (error 1213), as others do, and has to be tried again by the application.</source>
        <translation>Während %1 kopiert wird, kann eine Transaktion, die in die Tabelle schreibt, in einem Deadlock enden (Fehler 1213), wie andere auch, und muss von der Anwendung erneut versucht werden.</translation>
    </message>
    <message>
        <source>innodb_snapshot_isolation is on: a transaction that has read before it changes a row that was copied meanwhile gets error 1020 (“Record has changed since last read”), and has to be tried again as well.</source>
        <translation>innodb_snapshot_isolation ist eingeschaltet: Eine Transaktion, die gelesen hat, bevor sie eine inzwischen kopierte Zeile ändert, erhält den Fehler 1020 („Record has changed since last read“) und muss ebenfalls erneut versucht werden.</translation>
    </message>
    <message>
        <source>Nothing was changed. Install Percona Toolkit %1 or newer where Whimbrel runs (on Debian and Ubuntu: apt install percona-toolkit), or remove “-- whimbrel: online-copy”.</source>
        <translation>Nichts wurde geändert. Percona Toolkit %1 oder neuer dort installieren, wo Whimbrel läuft (auf Debian und Ubuntu: apt install percona-toolkit), oder „-- whimbrel: online-copy“ entfernen.</translation>
    </message>
    <message>
        <source>%1 is not installed.</source>
        <translation>%1 ist nicht installiert.</translation>
    </message>
    <message>
        <source>%1 does not start: %2</source>
        <translation>%1 startet nicht: %2</translation>
    </message>
    <message>
        <source>%1 says “%2”, which is too old.</source>
        <translation>%1 meldet „%2“, und das ist zu alt.</translation>
    </message>
    <message>
        <source>Handed to pt-online-schema-change, which copies the table a few rows at a time and keeps the copy up to date with triggers; then the tables change places. Meanwhile the application has to try again what ends in a deadlock. %1</source>
        <translation>An pt-online-schema-change übergeben, das die Tabelle in Schritten von wenigen Zeilen kopiert und die Kopie mit Triggern aktuell hält; danach tauschen die Tabellen die Plätze. Inzwischen muss die Anwendung erneut versuchen, was in einem Deadlock endet. %1</translation>
    </message>
    <message>
        <source>pt-online-schema-change waits: %1</source>
        <translation>pt-online-schema-change wartet: %1</translation>
    </message>
    <message>
        <source>Values do not fit the new columns and would have been cut: %1</source>
        <translation>Werte passen nicht in die neuen Spalten und wären abgeschnitten worden: %1</translation>
    </message>
    <message>
        <source>Look for the rows that do not fit and correct them, or choose a wider type.</source>
        <translation>Nach den Zeilen suchen, die nicht passen, und sie korrigieren, oder einen breiteren Typ wählen.</translation>
    </message>
    <message>
        <source>Attempt %1 to make the triggers on %2 was given up before others had waited for too long. Tries again.</source>
        <translation>Versuch %1, die Trigger auf %2 anzulegen, wurde aufgegeben, bevor andere zu lange gewartet hätten. Es wird erneut versucht.</translation>
    </message>
    <message>
        <source>pt-online-schema-change did not complete the copy of %1.</source>
        <translation>pt-online-schema-change hat die Kopie von %1 nicht abgeschlossen.</translation>
    </message>
    <message>
        <source>Counts the rows of the table and of its copy.</source>
        <translation>Zählt die Zeilen der Tabelle und ihrer Kopie.</translation>
    </message>
    <message>
        <source>The table has %1 rows and its copy %2: a key or a condition of the new definition does not allow the others.</source>
        <translation>Die Tabelle hat %1 Zeilen und ihre Kopie %2: Ein Schlüssel oder eine Bedingung der neuen Definition lässt die übrigen nicht zu.</translation>
    </message>
    <message>
        <source>Look for rows that become equal by the new definition, for example by another collation, and correct them.</source>
        <translation>Nach Zeilen suchen, die nach der neuen Definition gleich werden, zum Beispiel durch eine andere Sortierfolge, und sie korrigieren.</translation>
    </message>
    <message>
        <source>The tables change places.</source>
        <translation>Die Tabellen tauschen die Plätze.</translation>
    </message>
    <message>
        <source>The tables have changed places; the next run drops what is left.</source>
        <translation>Die Tabellen haben die Plätze getauscht; der nächste Lauf löscht, was übrig ist.</translation>
    </message>
    <message>
        <source>The copy %1 is complete and stays, and triggers keep it up to date: the next run has only to let the tables change places.</source>
        <translation>Die Kopie %1 ist vollständig und bleibt, und Trigger halten sie aktuell: Der nächste Lauf muss nur noch die Tabellen die Plätze tauschen lassen.</translation>
    </message>
    <message>
        <source>The copy and its triggers were dropped: %1 is as it was.</source>
        <translation>Die Kopie und ihre Trigger wurden gelöscht: Die Tabelle %1 ist, wie sie war.</translation>
    </message>
    <message>
        <source>The copy %1 and its triggers could not all be dropped (%2). The next run does that.</source>
        <translation>Die Kopie %1 und ihre Trigger konnten nicht alle gelöscht werden (%2). Der nächste Lauf holt das nach.</translation>
    </message>
    <message>
        <source>A copy of a table needs Whimbrel&apos;s journal, to know after a crash what is left of it.</source>
        <translation>Eine Kopie einer Tabelle braucht das Journal von Whimbrel, um nach einem Absturz zu wissen, was von ihr übrig ist.</translation>
    </message>
    <message>
        <source>Nothing was changed. Switch the journal on, or remove “-- whimbrel: online-copy”.</source>
        <translation>Nichts wurde geändert. Das Journal einschalten, oder „-- whimbrel: online-copy“ entfernen.</translation>
    </message>
    <message>
        <source>Add a new column and move to it in steps, or use a tool for online schema changes such as gh-ost: with “-- whimbrel: online-copy” above it Whimbrel hands the statement to pt-online-schema-change.</source>
        <translation>Eine neue Spalte anlegen und schrittweise zu ihr wechseln, oder ein Werkzeug für Online-Schemaänderungen wie gh-ost verwenden: Mit „-- whimbrel: online-copy“ darüber übergibt Whimbrel die Anweisung an pt-online-schema-change.</translation>
    </message>
    <message>
        <source>“-- whimbrel: online-copy” above it hands it to pt-online-schema-change, which copies at a pace that can be bounded while others write</source>
        <translation>„-- whimbrel: online-copy“ darüber übergibt sie pt-online-schema-change, das in einem begrenzbaren Tempo kopiert, während andere schreiben</translation>
    </message>
    <message>
        <source>This was the history, %1, which has to be written with the migration: GRANT SELECT, INSERT and DELETE on it to the user “%2”, or log in as one who may.</source>
        <translation>Das war der Verlauf, %1, der mit der Migration geschrieben werden muss: dem Benutzer „%2“ darauf mit GRANT die Rechte SELECT, INSERT und DELETE geben oder sich als jemand anmelden, der es darf.</translation>
    </message>
    <message>
        <source>What the interrupted attempt left of a copy of %1 is dropped: %2.</source>
        <translation>Was der unterbrochene Versuch von einer Kopie von %1 zurückgelassen hat, wird gelöscht: %2.</translation>
    </message>
    <message>
        <source>the server has no session of this run any more: its connection is lost</source>
        <translation>der Server hat keine Sitzung dieses Laufs mehr: Die Verbindung ist verloren</translation>
    </message>
    <message>
        <source>Only an ALTER TABLE can be handed to pt-online-schema-change.</source>
        <translation>Nur ein ALTER TABLE lässt sich an pt-online-schema-change übergeben.</translation>
    </message>
    <message>
        <source>Remove the comment, or write the change as one ALTER TABLE.</source>
        <translation>Den Kommentar entfernen, oder die Änderung als ein einziges ALTER TABLE schreiben.</translation>
    </message>
    <message>
        <source>ALTER IGNORE leaves out rows, which a copy could not tell from rows that were lost.</source>
        <translation>ALTER IGNORE lässt Zeilen aus, und eine Kopie könnte diese nicht von verlorenen Zeilen unterscheiden.</translation>
    </message>
    <message>
        <source>Remove IGNORE, or remove the comment.</source>
        <translation>IGNORE entfernen, oder den Kommentar entfernen.</translation>
    </message>
    <message>
        <source>writing the table anew</source>
        <translation>schreibt die Tabelle neu</translation>
    </message>
    <message>
        <source>writing the rest of the table, or building its indexes anew</source>
        <translation>schreibt den Rest der Tabelle oder baut ihre Indizes neu auf</translation>
    </message>
    <message>
        <source>statement %1 of %2</source>
        <translation>Anweisung %1 von %2</translation>
    </message>
    <message>
        <source>COMMIT, for %1</source>
        <comment>a duration</comment>
        <translation>COMMIT, seit %1</translation>
    </message>
    <message>
        <source>The server&apos;s disk was full. It was a temporary file that did not fit, and it is gone again: the statement needs more room than was free. Make room on the server&apos;s disk, or let temp_tablespaces lead to another.</source>
        <translation>Die Festplatte des Servers war voll. Eine temporäre Datei hatte keinen Platz und ist wieder fort: Die Anweisung braucht mehr Platz, als frei war. Schaffen Sie Platz auf der Festplatte des Servers, oder lassen Sie temp_tablespaces auf eine andere zeigen.</translation>
    </message>
    <message>
        <source>The server&apos;s disk is full, or the table has come to a limit of its own (a MEMORY table, a tablespace with a largest size). Make room on the server&apos;s disk.</source>
        <translation>Die Festplatte des Servers ist voll, oder die Tabelle ist an eine eigene Grenze gestoßen (eine MEMORY-Tabelle, ein Tablespace mit Höchstgröße). Schaffen Sie Platz auf der Festplatte des Servers.</translation>
    </message>
    <message>
        <source>The server&apos;s disk is full. Make room on it.</source>
        <translation>Die Festplatte des Servers ist voll. Schaffen Sie dort Platz.</translation>
    </message>
    <message>
        <source>nobody else may use the table for a moment</source>
        <translation>einen Augenblick lang darf sonst niemand die Tabelle benutzen</translation>
    </message>
    <message>
        <source>nobody else may use the table for a moment when it begins, and again when it ends</source>
        <translation>einen Augenblick lang darf sonst niemand die Tabelle benutzen, wenn sie beginnt und noch einmal, wenn sie endet</translation>
    </message>
    <message>
        <source>nobody else may use the table for a moment when it begins, and again when it ends: there others may have to wait for up to %1, because to cancel it then would lose the work</source>
        <translation>einen Augenblick lang darf sonst niemand die Tabelle benutzen, wenn sie beginnt und noch einmal, wenn sie endet: Dort müssen andere vielleicht bis zu %1 warten, denn ein Abbruch würde dann die Arbeit verwerfen</translation>
    </message>
    <message>
        <source>An UPDATE with a join runs in batches of the rows of “%1”, and has to say that it is “%1” that each assignment of SET is for.</source>
        <translation>Ein UPDATE mit Join läuft in Stapeln der Zeilen von „%1“ und muss sagen, dass jede Zuweisung von SET „%1“ gilt.</translation>
    </message>
    <message>
        <source>Put the table that is changed first, and its name before each column that is set.</source>
        <translation>Nennen Sie die Tabelle, die geändert wird, als erste, und schreiben Sie ihren Namen vor jede Spalte, die gesetzt wird.</translation>
    </message>
    <message>
        <source>A DELETE with a join runs in batches of the first table of FROM, and “%1” is another.</source>
        <translation>Ein DELETE mit Join läuft in Stapeln der ersten Tabelle von FROM, und „%1“ ist eine andere.</translation>
    </message>
    <message>
        <source>Put the table whose rows go first.</source>
        <translation>Nennen Sie die Tabelle, deren Zeilen gelöscht werden, als erste.</translation>
    </message>
    <message>
        <source>Take the safe way that the findings of “whimbrel plan” and “whimbrel lint” name for it; or, where it does not matter who waits, allow it above the statement with “-- whimbrel: stall-budget %1s”, or for the environment in whimbrel.toml.</source>
        <translation>Gehen Sie den sicheren Weg, den die Befunde von „whimbrel plan“ und „whimbrel lint“ dafür nennen; oder erlauben Sie es, wo es gleich ist, wer wartet, über der Anweisung mit „-- whimbrel: stall-budget %1s“ oder für die Umgebung in whimbrel.toml.</translation>
    </message>
    <message>
        <source>Or let it run in batches, with “-- whimbrel: batch” above it, as the only statement of a section without a transaction.</source>
        <translation>Oder lassen Sie sie in Stapeln laufen, mit „-- whimbrel: batch“ darüber, als einzige Anweisung eines Abschnitts ohne Transaktion.</translation>
    </message>
    <message>
        <source>The server does not tell this role who waits for it: an attempt to lock a table ends as if somebody did, and that others wait for rows goes unseen. An administrator can change that with: %1</source>
        <translation>Der Server sagt dieser Rolle nicht, wer auf sie wartet: Ein Versuch, eine Tabelle zu sperren, endet, als täte es jemand, und dass andere auf Zeilen warten, bleibt ungesehen. Ein Administrator kann das ändern mit: %1</translation>
    </message>
    <message>
        <source>The server tells nobody who holds a table.</source>
        <translation>Der Server sagt niemandem, wer eine Tabelle hält.</translation>
    </message>
    <message>
        <source>Look for transactions that are open for long, for example with “whimbrel locks”. An administrator can make the server tell with: %1</source>
        <translation>Suchen Sie nach Transaktionen, die lange offen sind, zum Beispiel mit „whimbrel locks“. Ein Administrator kann den Server dazu bringen, es zu sagen, mit: %1</translation>
    </message>
    <message>
        <source>Whimbrel stopped waiting, because others would have had to wait behind it: the stall budget is %1 ms.</source>
        <translation>Whimbrel hat nicht länger gewartet, weil andere dahinter hätten warten müssen: Das Wartebudget beträgt %1 ms.</translation>
    </message>
    <message>
        <source>Run again when whoever is in the way has ended; “whimbrel locks” shows who waits for whom.</source>
        <translation>Führen Sie den Lauf noch einmal aus, wenn geendet hat, wer im Weg ist; „whimbrel locks“ zeigt, wer auf wen wartet.</translation>
    </message>
    <message>
        <source>%1 has triggers: %2. They would stay with the old table when the tables change places, and what is written until they are made again on the new one would miss them.</source>
        <translation>%1 hat Trigger: %2. Sie blieben bei der alten Tabelle, wenn die Tabellen die Plätze tauschen, und was geschrieben wird, bis es sie auf der neuen wieder gibt, entginge ihnen.</translation>
    </message>
    <message>
        <source>Drop them in a migration before and make them again in one after (SHOW CREATE TRIGGER has their text), if the application can do without for as long. Or, if it can do without for a moment, run pt-online-schema-change yourself with --preserve-triggers, and settle the migration with “whimbrel resolve VERSION --applied”.</source>
        <translation>Löschen Sie sie in einer Migration davor und legen Sie sie in einer danach wieder an (SHOW CREATE TRIGGER hat ihren Text), falls die Anwendung so lange ohne sie auskommt. Oder führen Sie, falls sie einen Augenblick ohne sie auskommt, pt-online-schema-change selbst mit --preserve-triggers aus, und schließen Sie die Migration mit „whimbrel resolve VERSION --applied“ ab.</translation>
    </message>
    <message>
        <source>Foreign keys point at %1: %2. They would follow the old table when the tables change places, and until they are turned to the new one rows could be written that have no parent.</source>
        <translation>Fremdschlüssel zeigen auf %1: %2. Sie folgten der alten Tabelle, wenn die Tabellen die Plätze tauschen, und bis sie auf die neue gerichtet sind, könnten Zeilen ohne Elternzeile geschrieben werden.</translation>
    </message>
    <message>
        <source>Drop them in a migration before and add them again in one after (SHOW CREATE TABLE has their text), which looks at all rows again. Or, if such a moment can be borne, run pt-online-schema-change yourself with --alter-foreign-keys-method=rebuild_constraints, look for rows without a parent, and settle the migration with “whimbrel resolve VERSION --applied”.</source>
        <translation>Löschen Sie sie in einer Migration davor und fügen Sie sie in einer danach wieder hinzu (SHOW CREATE TABLE hat ihren Text), die alle Zeilen noch einmal prüft. Oder führen Sie, falls ein solcher Augenblick hinnehmbar ist, pt-online-schema-change selbst mit --alter-foreign-keys-method=rebuild_constraints aus, suchen Sie nach Zeilen ohne Elternzeile, und schließen Sie die Migration mit „whimbrel resolve VERSION --applied“ ab.</translation>
    </message>
    <message>
        <source>Foreign keys of %1 point at the table itself: %2. pt-online-schema-change replaces rows of the copy by deleting them first, which such a key refuses or answers with deleting their children.</source>
        <translation>Fremdschlüssel von %1 zeigen auf die Tabelle selbst: %2. pt-online-schema-change ersetzt Zeilen der Kopie, indem es sie zuerst löscht; ein solcher Schlüssel verweigert das oder löscht die abhängigen Zeilen mit.</translation>
    </message>
    <message>
        <source>Drop them in a migration before and add them again in one after, or remove the comment.</source>
        <translation>Löschen Sie sie in einer Migration davor und fügen Sie sie in einer danach wieder hinzu, oder entfernen Sie den Kommentar.</translation>
    </message>
    <message>
        <source>the server&apos;s disk is full: it has no room even for its list of sessions</source>
        <translation>die Festplatte des Servers ist voll: Nicht einmal für seine Liste der Sitzungen ist noch Platz</translation>
    </message>
    <message>
        <source>the server&apos;s disk is full: make room (a stop now can damage MyISAM and Aria tables); it looks once a minute</source>
        <translation>die Festplatte des Servers ist voll: Schaffen Sie Platz (ein Abbruch kann jetzt MyISAM- und Aria-Tabellen beschädigen); der Server sieht einmal in der Minute nach</translation>
    </message>
    <message>
        <source>The file’s way down holds what cannot run in a transaction between two switches of foreign keys.</source>
        <translation>Der Rückweg der Datei enthält etwas, das zwischen zwei Umschaltungen der Fremdschlüssel nicht in einer Transaktion laufen kann.</translation>
    </message>
    <message>
        <source>Write it without such statements, or write the switches by hand.</source>
        <translation>Schreiben Sie ihn ohne solche Anweisungen, oder schreiben Sie die Umschaltungen von Hand.</translation>
    </message>
    <message>
        <source>Use jsonb</source>
        <translation>jsonb verwenden</translation>
    </message>
    <message>
        <source>Use InnoDB</source>
        <translation>InnoDB verwenden</translation>
    </message>
    <message>
        <source>Append the new values</source>
        <translation>Die neuen Werte anhängen</translation>
    </message>
    <message>
        <source>Take the setting back at the end</source>
        <translation>Die Einstellung am Ende zurücknehmen</translation>
    </message>
    <message>
        <source>End the transaction</source>
        <translation>Die Transaktion beenden</translation>
    </message>
    <message>
        <source>Wait for the lock two seconds at most</source>
        <translation>Höchstens zwei Sekunden auf die Sperre warten</translation>
    </message>
    <message>
        <source>Wait for the lock five seconds at most</source>
        <translation>Höchstens fünf Sekunden auf die Sperre warten</translation>
    </message>
    <message>
        <source>This is to be one line.</source>
        <translation>Das soll eine einzige Zeile sein.</translation>
    </message>
    <message>
        <source>Take the line breaks out.</source>
        <translation>Nehmen Sie die Zeilenumbrüche heraus.</translation>
    </message>
    <message>
        <source>This holds characters that nobody sees, such as those that steer a terminal.</source>
        <translation>Das enthält Zeichen, die niemand sieht, zum Beispiel solche, die ein Terminal steuern.</translation>
    </message>
    <message>
        <source>Take them out.</source>
        <translation>Nehmen Sie sie heraus.</translation>
    </message>
    <message>
        <source>This changes every row of “%1” in one go: nobody else can write to the database until the last is done.</source>
        <translation>Das ändert jede Zeile von „%1“ auf einmal: Bis die letzte fertig ist, kann sonst niemand in die Datenbank schreiben.</translation>
    </message>
    <message>
        <source>No index of “%1” serves this condition: all rows are read, and nobody else can write to the database until the last is done.</source>
        <translation>Kein Index von „%1“ hilft bei dieser Bedingung: Alle Zeilen werden gelesen, und bis die letzte fertig ist, kann sonst niemand in die Datenbank schreiben.</translation>
    </message>
    <message>
        <source>How many rows of “%1” this deletes in one go, %2 alone decides: nobody else can write to the database until the last is done.</source>
        <translation>Wie viele Zeilen von „%1“ das auf einmal löscht, entscheidet allein %2: Bis die letzte fertig ist, kann sonst niemand in die Datenbank schreiben.</translation>
    </message>
    <message>
        <source>How many rows of “%1” this changes in one go, %2 alone decides: nobody else can write to the database until the last is done.</source>
        <translation>Wie viele Zeilen von „%1“ das auf einmal ändert, entscheidet allein %2: Bis die letzte fertig ist, kann sonst niemand in die Datenbank schreiben.</translation>
    </message>
    <message>
        <source>Nothing is known of the rows of “%1”: if most have no “%2”, they are all changed in one go, and nobody else can write to the database until the last is done.</source>
        <translation>Über die Zeilen von „%1“ ist nichts bekannt: Haben die meisten kein „%2“, werden sie alle auf einmal geändert, und bis die letzte fertig ist, kann sonst niemand in die Datenbank schreiben.</translation>
    </message>
    <message>
        <source>the rows it changes stay locked until the end: if it is all of them, whoever needs one may wait for %1 or more, and for as long again where it is cancelled, until they are restored</source>
        <translation>die geänderten Zeilen bleiben bis zum Ende gesperrt: sind es alle, wartet, wer eine davon braucht, vielleicht %1 oder länger, und wenn abgebrochen wird noch einmal so lange, bis sie wiederhergestellt sind</translation>
    </message>
    <message>
        <source>“-- whimbrel: batch” above it, as the only statement of a section without a transaction, changes them a few at a time</source>
        <translation>mit „-- whimbrel: batch“ darüber, als einzige Anweisung eines Abschnitts ohne Transaktion, werden immer nur wenige auf einmal geändert</translation>
    </message>
    <message>
        <source>A transaction is open already.</source>
        <translation>Es ist schon eine Transaktion offen.</translation>
    </message>
    <message>
        <source>The connection ended during COMMIT: whether the last batch was committed is not known. Its cursor, which is committed with it, tells.</source>
        <translation>Die Verbindung endete während COMMIT: Ob der letzte Stapel festgeschrieben wurde, ist nicht bekannt. Seine Position, die mit ihm festgeschrieben wird, sagt es.</translation>
    </message>
    <message>
        <source>Without a monitor session nobody could look who is in the way.</source>
        <translation>Ohne Überwachungssitzung konnte niemand prüfen, wer im Weg ist.</translation>
    </message>
    <message>
        <source>Look for transactions that are open for long, for example with “whimbrel locks”, or let this user connect once more at the same time.</source>
        <translation>Sehen Sie nach, welche Transaktionen lange offen sind, zum Beispiel mit „whimbrel locks“, oder erlauben Sie diesem Benutzer eine weitere gleichzeitige Verbindung.</translation>
    </message>
    <message>
        <source>Index the foreign key’s columns at the end</source>
        <translation>Die Spalten des Fremdschlüssels am Ende indizieren</translation>
    </message>
    <message>
        <source>It may have committed a part of its work before it failed, and that stays. The history was not written.</source>
        <translation>Sie kann einen Teil ihrer Arbeit festgeschrieben haben, bevor sie fehlschlug, und der bleibt. Die Historie wurde nicht geschrieben.</translation>
    </message>
    <message>
        <source>The one that failed may have committed a part of its work before, which stays, too.</source>
        <translation>Die fehlgeschlagene kann zuvor einen Teil ihrer Arbeit festgeschrieben haben, der ebenfalls bleibt.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::ActionRegistry</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Migration</source>
        <translation>&amp;Migration</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>Re&amp;lease</source>
        <translation>&amp;Release</translation>
    </message>
    <message>
        <source>Lo&amp;cks</source>
        <translation>&amp;Sperren</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>Whimbrel::BackfillBar</name>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Doubles the pause between two batches</source>
        <translation>Verdoppelt die Pause zwischen zwei Stapeln</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Halves the pause between two batches</source>
        <translation>Halbiert die Pause zwischen zwei Stapeln</translation>
    </message>
    <message>
        <source>Rows of the statement in batches</source>
        <translation>Zeilen der Anweisung in Stapeln</translation>
    </message>
    <message>
        <source>Halts the copy for a part of the time</source>
        <translation>Hält die Kopie für einen Teil der Zeit an</translation>
    </message>
    <message>
        <source>Takes back one step of Slower</source>
        <translation>Nimmt einen Schritt von „Langsamer“ zurück</translation>
    </message>
</context>
<context>
    <name>Whimbrel::BackupFile</name>
    <message>
        <source>This is a backup of a %1 database, and this one is %2.</source>
        <translation>Dies ist ein Backup einer %1-Datenbank, und diese hier ist %2.</translation>
    </message>
    <message>
        <source>pg_dump archive</source>
        <translation>pg_dump-Archiv</translation>
    </message>
    <message>
        <source>The pg_restore installed here is older than the dump: %1</source>
        <translation>Das hier installierte pg_restore ist älter als der Dump: %1</translation>
    </message>
    <message>
        <source>SQL dump</source>
        <translation>SQL-Dump</translation>
    </message>
    <message>
        <source>Its last line is missing: the dump was cut off.</source>
        <translation>Die letzte Zeile fehlt: Der Dump wurde abgeschnitten.</translation>
    </message>
    <message>
        <source>file of an unknown kind</source>
        <translation>Datei unbekannter Art</translation>
    </message>
    <message>
        <source>Neither its beginning nor its end is that of a dump that Whimbrel knows.</source>
        <translation>Weder Anfang noch Ende gleichen denen eines Dumps, den Whimbrel kennt.</translation>
    </message>
    <message>
        <source>dump compressed with %1</source>
        <translation>mit %1 komprimierter Dump</translation>
    </message>
    <message>
        <source>SQLite database</source>
        <translation>SQLite-Datenbank</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>It holds no toc.dat, so it is not a folder of pg_dump.</source>
        <translation>Der Ordner enthält keine toc.dat, ist also kein Ordner von pg_dump.</translation>
    </message>
    <message>
        <source>It cannot be read: %1.</source>
        <translation>Das Backup lässt sich nicht lesen: %1.</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::BackupProbe</name>
    <message>
        <source>readable to its end; warning over %1, failed over %2 or older than the last migration</source>
        <translation>bis zum Ende lesbar; Warnung bei mehr als %1, fehlgeschlagen bei mehr als %2 oder wenn älter als die letzte Migration</translation>
    </message>
    <message>
        <source>The backup is too old: what came after it would be lost. Make a new one.</source>
        <translation>Das Backup ist zu alt: Was danach kam, ginge verloren. Ein neues anlegen.</translation>
    </message>
    <message>
        <source>The backup was made before the last migration ran, so it holds another schema. Make a new one.</source>
        <translation>Das Backup entstand, bevor die letzte Migration lief, enthält also ein anderes Schema. Ein neues anlegen.</translation>
    </message>
    <message>
        <source>The backup is older than a day. A new one before a migration loses less.</source>
        <translation>Das Backup ist älter als einen Tag. Mit einem neuen vor einer Migration geht weniger verloren.</translation>
    </message>
    <message>
        <source>The backup is recent and reads to its end. That it restores into a working database only a restore shows.</source>
        <translation>Das Backup ist aktuell und lässt sich bis zum Ende lesen. Dass es eine funktionierende Datenbank wiederherstellt, zeigt nur eine Wiederherstellung.</translation>
    </message>
    <message>
        <source>Backup verified</source>
        <translation>Backup geprüft</translation>
    </message>
    <message>
        <source>No backup is named, so a person has to look. With backup-file = &quot;PATH&quot; in [environment.%1] of whimbrel.toml Whimbrel does.</source>
        <translation>Es ist kein Backup genannt, also muss ein Mensch nachsehen. Mit backup-file = &quot;PATH&quot; in [environment.%1] von whimbrel.toml tut es Whimbrel.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>This is the database itself and no backup of it.</source>
        <translation>Dies ist die Datenbank selbst und kein Backup von ihr.</translation>
    </message>
    <message>
        <source>%1: %2%3, %4 old</source>
        <translation>%1: %2%3, %4 alt</translation>
    </message>
    <message>
        <source>The backup is damaged and cannot be restored: %1</source>
        <translation>Das Backup ist beschädigt und lässt sich nicht wiederherstellen: %1</translation>
    </message>
    <message>
        <source>Whether the backup can be restored is unknown. %1</source>
        <translation>Ob sich das Backup wiederherstellen lässt, ist unbekannt. %1</translation>
    </message>
</context>
<context>
    <name>Whimbrel::CanWriteProbe</name>
    <message>
        <source>Nobody keeps the file locked</source>
        <translation>Niemand hält die Datei gesperrt</translation>
    </message>
    <message>
        <source>This environment is read-only for Whimbrel (read-only = true): runs are refused.</source>
        <translation>Diese Umgebung ist für Whimbrel nur zum Lesen (read-only = true): Läufe werden abgelehnt.</translation>
    </message>
    <message>
        <source>The file or its folder is not writable for this user; SQLite needs both, for its journal.</source>
        <translation>Die Datei oder ihr Ordner ist für diesen Benutzer nicht beschreibbar; SQLite braucht beides, für sein Journal.</translation>
    </message>
    <message>
        <source>a write transaction within %1 ms</source>
        <translation>eine Schreibtransaktion innerhalb von %1 ms</translation>
    </message>
    <message>
        <source>The file does not exist, and its folder is not writable.</source>
        <translation>Die Datei gibt es nicht, und ihr Ordner ist nicht beschreibbar.</translation>
    </message>
    <message>
        <source>The file does not exist yet; the first run makes it.</source>
        <translation>Die Datei gibt es noch nicht; der erste Lauf legt sie an.</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>Another program is writing or keeps a transaction open. The Locks pane shows which; end it, then check again.</source>
        <translation>Ein anderes Programm schreibt oder hält eine Transaktion offen. Der Bereich „Sperren“ zeigt, welches; es beenden, dann erneut prüfen.</translation>
    </message>
    <message>
        <source>The file cannot be written.</source>
        <translation>Die Datei ist nicht beschreibbar.</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>Nobody else writes to the file now.</source>
        <translation>Niemand anderes schreibt jetzt in die Datei.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::ChangesView</name>
    <message>
        <source>Difference, line by line</source>
        <translation>Unterschied, Zeile für Zeile</translation>
    </message>
    <message>
        <source>Looking for the earlier text in git…</source>
        <translation>Der frühere Text wird in git gesucht…</translation>
    </message>
    <message>
        <source>Ways on: put the applied text back and write the change as a new migration, which every database then gets; or, if only comments or blanks changed, leave it: the database is as it was.</source>
        <translation>Wege weiter: den angewendeten Text zurückholen und die Änderung als neue Migration schreiben, die dann jede Datenbank erhält; oder, wenn sich nur Kommentare oder Leerraum geändert haben, es dabei belassen: Die Datenbank ist, wie sie war.</translation>
    </message>
    <message>
        <source>an unknown date</source>
        <translation>Zeitpunkt unbekannt</translation>
    </message>
    <message>
        <source>Modified since it was applied on %1.</source>
        <translation>Angewendet: %1. Seitdem geändert.</translation>
    </message>
    <message>
        <source>Modified since it was applied on %1 by %2.</source>
        <translation>Angewendet: %1, von %2. Seitdem geändert.</translation>
    </message>
    <message>
        <source>SHA-256 then %1, now %2.</source>
        <translation>SHA-256 damals %1, jetzt %2.</translation>
    </message>
    <message>
        <source>git has no version of this file with the applied text, so the difference cannot be shown.</source>
        <translation>git hat keine Version dieser Datei mit dem angewendeten Text, daher lässt sich der Unterschied nicht zeigen.</translation>
    </message>
    <message>
        <source>The applied text is the one of commit %1 by %2, %3.</source>
        <translation>Der angewendete Text ist der von Commit %1 von %2, %3.</translation>
    </message>
    <message>
        <source>No earlier text is available.</source>
        <translation>Kein früherer Text ist verfügbar.</translation>
    </message>
    <message>
        <source>The texts are equal.</source>
        <translation>Die Texte sind gleich.</translation>
    </message>
    <message numerus="yes">
        <source>%n equal lines</source>
        <translation>
            <numerusform>%n gleiche Zeile</numerusform>
            <numerusform>%n gleiche Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::CheckCommand</name>
    <message>
        <source>There is no phase “%1”.</source>
        <translation>Es gibt keine Phase „%1“.</translation>
    </message>
    <message>
        <source>Phases are before, during and after.</source>
        <translation>Die Phasen sind before, during und after.</translation>
    </message>
    <message>
        <source>ticked by %1</source>
        <translation>abgehakt von %1</translation>
    </message>
    <message>
        <source>Answered for by %1: %2</source>
        <translation>%1 steht dafür ein: %2</translation>
    </message>
    <message>
        <source>%1 passed, %2 with a warning, %3 failed, %4 unknown, %5 by hand</source>
        <translation>%1 bestanden, %2 mit Warnung, %3 fehlgeschlagen, %4 unbekannt, %5 von Hand</translation>
    </message>
    <message>
        <source>Recorded in release %1.</source>
        <translation>Im Release %1 festgehalten.</translation>
    </message>
    <message>
        <source>No release is open: nothing was recorded.</source>
        <translation>Kein Release ist offen: Nichts wurde festgehalten.</translation>
    </message>
    <message>
        <source>run the automated checklist items; exit 1 if one failed or could not look</source>
        <translation>die automatischen Punkte der Checkliste ausführen; Rückgabewert 1, wenn einer fehlschlug oder nicht nachsehen konnte</translation>
    </message>
    <message>
        <source>only the items of this phase</source>
        <translation>nur die Punkte dieser Phase</translation>
    </message>
</context>
<context>
    <name>Whimbrel::CheckRunner</name>
    <message>
        <source>There is no connection to the database.</source>
        <translation>Es besteht keine Verbindung zur Datenbank.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::ChecklistFile</name>
    <message>
        <source>The key “%1” is not known.</source>
        <translation>Der Schlüssel „%1“ ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Known are name, extends, without, [[before]], [[during]] and [[after]].</source>
        <translation>Bekannt sind name, extends, without, [[before]], [[during]] und [[after]].</translation>
    </message>
    <message>
        <source>“%1” must be a text in quotes.</source>
        <translation>„%1“ muss ein Text in Anführungszeichen sein.</translation>
    </message>
    <message>
        <source>There is no checklist “%1” to extend.</source>
        <translation>Es gibt keine Checkliste „%1“, die sich erweitern ließe.</translation>
    </message>
    <message>
        <source>Write extends = &quot;standard&quot;.</source>
        <translation>extends = &quot;standard&quot; schreiben.</translation>
    </message>
    <message>
        <source>“without” must be a list of item ids.</source>
        <translation>„without“ muss eine Liste von Punkt-Kennungen (id) sein.</translation>
    </message>
    <message>
        <source>The standard checklist has no item “%1”.</source>
        <translation>Die Standard-Checkliste hat keinen Punkt „%1“.</translation>
    </message>
    <message>
        <source>Items are written as [[%1]] with id and title below.</source>
        <translation>Punkte werden als [[%1]] mit id und title darunter geschrieben.</translation>
    </message>
    <message>
        <source>An item has id, title, help and probe.</source>
        <translation>Ein Punkt hat id, title, help und probe.</translation>
    </message>
    <message>
        <source>An item needs an id of lower-case letters, digits and hyphens.</source>
        <translation>Ein Punkt braucht eine id aus Kleinbuchstaben, Ziffern und Bindestrichen.</translation>
    </message>
    <message>
        <source>The item “%1” needs a title.</source>
        <translation>Der Punkt „%1“ braucht einen title.</translation>
    </message>
    <message>
        <source>There is no check “%1”.</source>
        <translation>Es gibt keine Prüfung „%1“.</translation>
    </message>
    <message>
        <source>Checks are: %1.</source>
        <translation>Prüfungen sind: %1.</translation>
    </message>
    <message>
        <source>There are two items “%1”.</source>
        <translation>Es gibt zwei Punkte „%1“.</translation>
    </message>
    <message>
        <source>“without” leaves out items of a checklist that is extended, and none is.</source>
        <translation>„without“ lässt Punkte einer Checkliste weg, die erweitert wird, und hier wird keine erweitert.</translation>
    </message>
    <message>
        <source>Add extends = &quot;standard&quot;.</source>
        <translation>extends = &quot;standard&quot; hinzufügen.</translation>
    </message>
    <message>
        <source>The checklist has no items.</source>
        <translation>Die Checkliste hat keine Punkte.</translation>
    </message>
    <message>
        <source>Add [[before]] with id and title, or extends = &quot;standard&quot;.</source>
        <translation>[[before]] mit id und title hinzufügen, oder extends = &quot;standard&quot;.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::ChecklistTemplate</name>
    <message>
        <source>Tested on staging</source>
        <translation>Auf Staging erprobt</translation>
    </message>
    <message>
        <source>These very files ran to the end on a database like this one, in size too, and the application worked on both sides of the change.</source>
        <translation>Genau diese Dateien liefen auf einer Datenbank wie dieser, auch in der Größe, bis zum Ende, und die Anwendung arbeitete auf beiden Seiten der Änderung.</translation>
    </message>
    <message>
        <source>Rollback plan documented</source>
        <translation>Plan für das Zurückrollen dokumentiert</translation>
    </message>
    <message>
        <source>It is written down who decides to go back, until when, with which commands, and what is lost by it.</source>
        <translation>Es ist aufgeschrieben, wer über die Rückkehr entscheidet, bis wann, mit welchen Befehlen und was dabei verloren geht.</translation>
    </message>
    <message>
        <source>Team notified</source>
        <translation>Team benachrichtigt</translation>
    </message>
    <message>
        <source>Everybody who is called when it goes wrong knows when it starts, how long it takes and where to follow it.</source>
        <translation>Alle, die gerufen werden, wenn etwas schiefgeht, wissen, wann es beginnt, wie lange es dauert und wo es zu verfolgen ist.</translation>
    </message>
    <message>
        <source>Backup verified</source>
        <translation>Backup geprüft</translation>
    </message>
    <message>
        <source>A recent backup exists and can be read to its end; that it exists is not enough.</source>
        <translation>Ein aktuelles Backup existiert und lässt sich bis zum Ende lesen; dass es existiert, genügt nicht.</translation>
    </message>
    <message>
        <source>Off-peak time selected</source>
        <translation>Zeit mit geringer Last gewählt</translation>
    </message>
    <message>
        <source>The load is low for at least twice the longest estimate.</source>
        <translation>Die Last ist mindestens doppelt so lange gering, wie die längste Schätzung dauert.</translation>
    </message>
    <message>
        <source>Right server, right role</source>
        <translation>Richtiger Server, richtige Rolle</translation>
    </message>
    <message>
        <source>The server takes writes: not a standby, not read-only.</source>
        <translation>Der Server nimmt Schreibzugriffe an: kein Standby, nicht nur zum Lesen.</translation>
    </message>
    <message>
        <source>Applied files unchanged</source>
        <translation>Angewendete Dateien unverändert</translation>
    </message>
    <message>
        <source>The files say what was applied; a file that was edited since describes another database than this one.</source>
        <translation>Die Dateien sagen, was angewendet wurde; eine seither bearbeitete Datei beschreibt eine andere Datenbank als diese.</translation>
    </message>
    <message>
        <source>No old transactions</source>
        <translation>Keine alten Transaktionen</translation>
    </message>
    <message>
        <source>A statement that needs a strong lock waits for the oldest transaction, and everybody else waits behind it.</source>
        <translation>Eine Anweisung, die eine starke Sperre braucht, wartet auf die älteste Transaktion, und alle anderen warten hinter ihr.</translation>
    </message>
    <message>
        <source>Connections to spare</source>
        <translation>Freie Verbindungen</translation>
    </message>
    <message>
        <source>Requests that queue behind a lock fill the connections.</source>
        <translation>Anfragen, die sich hinter einer Sperre stauen, belegen die Verbindungen.</translation>
    </message>
    <message>
        <source>Sizes of the tables concerned</source>
        <translation>Größe der betroffenen Tabellen</translation>
    </message>
    <message>
        <source>A rewrite or a scan takes as long as the table is big.</source>
        <translation>Neuschreiben oder Durchsuchen dauert so lange, wie die Tabelle groß ist.</translation>
    </message>
    <message>
        <source>Guards set for the run</source>
        <translation>Schutzgrenzen für den Lauf gesetzt</translation>
    </message>
    <message>
        <source>A statement that waits for a lock gives up before others pile up behind it.</source>
        <translation>Eine Anweisung, die auf eine Sperre wartet, gibt auf, bevor sich andere hinter ihr stauen.</translation>
    </message>
    <message>
        <source>No invalid indexes</source>
        <translation>Keine ungültigen Indizes</translation>
    </message>
    <message>
        <source>What a failed CREATE INDEX CONCURRENTLY leaves behind costs writes and serves no reads.</source>
        <translation>Was ein fehlgeschlagenes CREATE INDEX CONCURRENTLY zurücklässt, kostet bei Schreibzugriffen und nützt keinem Lesezugriff.</translation>
    </message>
    <message>
        <source>Database file sound</source>
        <translation>Datenbankdatei unbeschädigt</translation>
    </message>
    <message>
        <source>A damaged file gets worse by being rewritten.</source>
        <translation>Eine beschädigte Datei wird durch Neuschreiben schlimmer.</translation>
    </message>
    <message>
        <source>Nobody keeps the file locked</source>
        <translation>Niemand hält die Datei gesperrt</translation>
    </message>
    <message>
        <source>A migration needs to be the only writer.</source>
        <translation>Eine Migration muss allein schreiben können.</translation>
    </message>
    <message>
        <source>Query performance monitored</source>
        <translation>Abfragezeiten beobachtet</translation>
    </message>
    <message>
        <source>The application&apos;s slow and frequent queries keep their times while the migration runs.</source>
        <translation>Die langsamen und die häufigen Abfragen der Anwendung behalten ihre Zeiten, während die Migration läuft.</translation>
    </message>
    <message>
        <source>Lock contention watched</source>
        <translation>Sperrkonflikte beobachtet</translation>
    </message>
    <message>
        <source>The Locks pane shows who waits for whom.</source>
        <translation>Der Bereich „Sperren“ zeigt, wer auf wen wartet.</translation>
    </message>
    <message>
        <source>Progress tracked</source>
        <translation>Fortschritt verfolgt</translation>
    </message>
    <message>
        <source>Long statements move, and the end is in sight of the time planned.</source>
        <translation>Lange Anweisungen kommen voran, und das Ende ist in der geplanten Zeit absehbar.</translation>
    </message>
    <message>
        <source>Nobody waits for a lock</source>
        <translation>Niemand wartet auf eine Sperre</translation>
    </message>
    <message>
        <source>Sessions that wait for a lock are requests that hang.</source>
        <translation>Sitzungen, die auf eine Sperre warten, sind Anfragen, die hängen.</translation>
    </message>
    <message>
        <source>Connections to spare during the run</source>
        <translation>Freie Verbindungen während des Laufs</translation>
    </message>
    <message>
        <source>Schema changes verified</source>
        <translation>Schemaänderungen geprüft</translation>
    </message>
    <message>
        <source>Columns, indexes, constraints and rights are as the migrations say, for the application&apos;s role too.</source>
        <translation>Spalten, Indizes, Constraints und Rechte sind so, wie die Migrationen sagen, auch für die Rolle der Anwendung.</translation>
    </message>
    <message>
        <source>Everything applied, nothing failed</source>
        <translation>Alles angewendet, nichts fehlgeschlagen</translation>
    </message>
    <message>
        <source>The history says what the files say.</source>
        <translation>Der Verlauf sagt, was die Dateien sagen.</translation>
    </message>
    <message>
        <source>Application health checked</source>
        <translation>Zustand der Anwendung geprüft</translation>
    </message>
    <message>
        <source>The application answers, and its errors are not more than before.</source>
        <translation>Die Anwendung antwortet, und ihre Fehler sind nicht mehr als vorher.</translation>
    </message>
    <message>
        <source>Data integrity validated</source>
        <translation>Datenintegrität geprüft</translation>
    </message>
    <message>
        <source>Counts and sums that must not change did not; those that must change did.</source>
        <translation>Anzahlen und Summen, die sich nicht ändern dürfen, sind gleich geblieben; jene, die sich ändern müssen, haben sich geändert.</translation>
    </message>
    <message>
        <source>No invalid indexes left behind</source>
        <translation>Keine ungültigen Indizes zurückgeblieben</translation>
    </message>
    <message>
        <source>Database file sound after the run</source>
        <translation>Datenbankdatei nach dem Lauf unbeschädigt</translation>
    </message>
    <message>
        <source>The file reads back whole.</source>
        <translation>Die Datei lässt sich vollständig lesen.</translation>
    </message>
    <message>
        <source>Documentation updated</source>
        <translation>Dokumentation aktualisiert</translation>
    </message>
    <message>
        <source>Schema documents, diagrams and runbooks describe the new state.</source>
        <translation>Schemadokumente, Diagramme und Betriebshandbücher beschreiben den neuen Stand.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>During</source>
        <translation>Während</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>an item of its checklist has no id, title or phase of its own</source>
        <translation>ein Punkt der Checkliste hat keine eigene id, keinen title oder keine Phase</translation>
    </message>
    <message>
        <source>its checklist is empty</source>
        <translation>die Checkliste ist leer</translation>
    </message>
</context>
<context>
    <name>Whimbrel::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Type a few letters of a command</source>
        <translation>Einige Buchstaben eines Befehls eingeben</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
</context>
<context>
    <name>Whimbrel::ConnectionDialog</name>
    <message>
        <source>Connect a database</source>
        <translation>Datenbank verbinden</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>„%1“ bearbeiten</translation>
    </message>
    <message>
        <source>Save and connect</source>
        <translation>Speichern und verbinden</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindung wird aufgebaut</translation>
    </message>
    <message>
        <source>Cancel the &amp;test</source>
        <translation>&amp;Test abbrechen</translation>
    </message>
    <message>
        <source>There is an environment of the name “%1” already.</source>
        <translation>Es gibt schon eine Umgebung mit dem Namen „%1“.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>%1 is not read-only any more.</source>
        <translation>%1 ist nicht mehr nur zum Lesen.</translation>
    </message>
    <message>
        <source>%1 is not protected any more.</source>
        <translation>%1 ist nicht mehr geschützt.</translation>
    </message>
    <message>
        <source>The keychain holds no password for %1 any more.</source>
        <translation>Der Schlüsselbund enthält kein Passwort für %1 mehr.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::ConnectionForm</name>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>staging</source>
        <translation>staging</translation>
    </message>
    <message>
        <source>MariaDB or MySQL</source>
        <translation>MariaDB oder MySQL</translation>
    </message>
    <message>
        <source>&amp;Database system:</source>
        <translation>&amp;Datenbanksystem:</translation>
    </message>
    <message>
        <source>shop.db</source>
        <translation>shop.db</translation>
    </message>
    <message>
        <source>Database file</source>
        <translation>Datenbankdatei</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>Dat&amp;ei:</translation>
    </message>
    <message>
        <source>&amp;Host:</source>
        <translation>&amp;Host:</translation>
    </message>
    <message>
        <source>this computer, through its socket</source>
        <translation>dieser Rechner, über seinen Socket</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation>P&amp;ort:</translation>
    </message>
    <message>
        <source>Soc&amp;ket:</source>
        <translation>Soc&amp;ket:</translation>
    </message>
    <message>
        <source>Data&amp;base:</source>
        <translation>Daten&amp;bank:</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>Ben&amp;utzer:</translation>
    </message>
    <message>
        <source>your login name</source>
        <translation>der eigene Anmeldename</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>Pass&amp;wort:</translation>
    </message>
    <message>
        <source>from the keychain, the environment or none</source>
        <translation>aus dem Schlüsselbund, der Umgebung oder keines</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Passwort anzeigen</translation>
    </message>
    <message>
        <source>When the server offers it</source>
        <translation>Wenn der Server sie anbietet</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Always, and check the server&apos;s certificate</source>
        <translation>Immer, und das Zertifikat des Servers prüfen</translation>
    </message>
    <message>
        <source>Always, and check certificate and host name</source>
        <translation>Immer, und Zertifikat und Hostnamen prüfen</translation>
    </message>
    <message>
        <source>Encryption (&amp;TLS):</source>
        <translation>Verschlüsselung (&amp;TLS):</translation>
    </message>
    <message>
        <source>CA &amp;certificate:</source>
        <translation>CA-&amp;Zertifikat:</translation>
    </message>
    <message>
        <source>the system&apos;s</source>
        <translation>das des Systems</translation>
    </message>
    <message>
        <source>&amp;Role:</source>
        <translation>&amp;Rolle:</translation>
    </message>
    <message>
        <source>none; else SET ROLE after login</source>
        <translation>keine; sonst SET ROLE nach der Anmeldung</translation>
    </message>
    <message>
        <source>Search &amp;path:</source>
        <translation>Such&amp;pfad:</translation>
    </message>
    <message>
        <source>the server&apos;s</source>
        <translation>der des Servers</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Co&amp;lour:</source>
        <translation>&amp;Farbe:</translation>
    </message>
    <message>
        <source>&amp;Protected: changes need an open release and the name typed</source>
        <translation>&amp;Geschützt: Änderungen brauchen ein offenes Release und den eingetippten Namen</translation>
    </message>
    <message>
        <source>R&amp;ead-only, enforced by the server</source>
        <translation>Nur &amp;lesen, vom Server durchgesetzt</translation>
    </message>
    <message>
        <source>&amp;Share with the project: write it to whimbrel.toml, without the password</source>
        <translation>&amp;Mit dem Projekt teilen: in whimbrel.toml schreiben, ohne das Passwort</translation>
    </message>
    <message>
        <source>Choose the database file</source>
        <translation>Datenbankdatei wählen</translation>
    </message>
    <message>
        <source>An environment keeps its name: releases and logs refer to it.</source>
        <translation>Eine Umgebung behält ihren Namen: Releases und Protokolle beziehen sich auf ihn.</translation>
    </message>
    <message>
        <source>Forget the saved password</source>
        <translation>Gespeichertes Passwort vergessen</translation>
    </message>
</context>
<context>
    <name>Whimbrel::ConnectionHeadroomProbe</name>
    <message>
        <source>Connections to spare</source>
        <translation>Freie Verbindungen</translation>
    </message>
    <message>
        <source>The server did not tell how many connections it has.</source>
        <translation>Der Server hat nicht mitgeteilt, wie viele Verbindungen er hat.</translation>
    </message>
    <message>
        <source>%1 of %2 connections (%3 %)</source>
        <translation>%1 von %2 Verbindungen (%3 %)</translation>
    </message>
    <message>
        <source>warning over %1 %, failed over %2 %</source>
        <translation>Warnung über %1 %, fehlgeschlagen über %2 %</translation>
    </message>
    <message>
        <source>Requests that queue behind a lock would use up the rest at once. Find out who holds so many.</source>
        <translation>Anfragen, die sich hinter einer Sperre anstellen, würden den Rest auf einmal verbrauchen. Feststellen, wer so viele hält.</translation>
    </message>
    <message>
        <source>Few connections are left for requests that queue behind a lock.</source>
        <translation>Für Anfragen, die sich hinter einer Sperre anstellen, sind nur noch wenige Verbindungen frei.</translation>
    </message>
    <message>
        <source>%1, %2 idle in a transaction</source>
        <translation>%1, %2 untätig in einer Transaktion</translation>
    </message>
    <message>
        <source>warning over %1 idle in a transaction</source>
        <translation>Warnung über %1 untätig in einer Transaktion</translation>
    </message>
    <message>
        <source>Sessions that idle inside a transaction keep locks. Is a request handler stuck?</source>
        <translation>Sitzungen, die in einer Transaktion untätig sind, behalten ihre Sperren. Hängt die Bearbeitung einer Anfrage fest?</translation>
    </message>
    <message>
        <source>There is room for requests that have to wait for a moment.</source>
        <translation>Es ist Platz für Anfragen, die einen Moment warten müssen.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::ConnectionLabel</name>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Not connected: no database is chosen</source>
        <translation>Nicht verbunden: keine Datenbank gewählt</translation>
    </message>
    <message>
        <source>%1
Click to try again.</source>
        <translation>%1
Klicken, um es erneut zu versuchen.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
</context>
<context>
    <name>Whimbrel::ConnectionStrip</name>
    <message>
        <source>Connect again</source>
        <translation>Erneut verbinden</translation>
    </message>
    <message>
        <source>Not connected, so what is applied is unknown.
%1</source>
        <translation>Nicht verbunden, daher ist nicht bekannt, was angewendet ist.
%1</translation>
    </message>
    <message>
        <source>No database is chosen, so what is applied is unknown. Choose an environment in the toolbar.</source>
        <translation>Keine Datenbank ist gewählt, daher ist nicht bekannt, was angewendet ist. In der Werkzeugleiste eine Umgebung wählen.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::ConnectionTest</name>
    <message>
        <source>Connected: %1.</source>
        <translation>Verbunden: %1.</translation>
    </message>
    <message>
        <source>Connected: %1, as %2.</source>
        <translation>Verbunden: %1, als %2.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::DatabaseLink</name>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbindung mit %1 wird aufgebaut…</translation>
    </message>
    <message>
        <source>Connected to %1 (%2)</source>
        <translation>Verbunden mit %1 (%2)</translation>
    </message>
    <message>
        <source>Connected to %1 (%2) as %3</source>
        <translation>Verbunden mit %1 (%2) als %3</translation>
    </message>
    <message numerus="yes">
        <source>Connection lost: %1 Trying again in %n second(s).</source>
        <extracomment>%1 is the database&apos;s error, the number is how long until the next try</extracomment>
        <translation>
            <numerusform>Verbindung verloren: %1 Neuer Versuch in %n Sekunde.</numerusform>
            <numerusform>Verbindung verloren: %1 Neuer Versuch in %n Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 does not exist yet; the first run makes it.</source>
        <translation>%1 existiert noch nicht und wird beim ersten Lauf angelegt.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::DriftProbe</name>
    <message>
        <source>Applied files unchanged</source>
        <translation>Angewendete Dateien unverändert</translation>
    </message>
    <message>
        <source>failed over 0 changed files, warning over 0 missing files</source>
        <translation>fehlgeschlagen über 0 geänderten Dateien, Warnung über 0 fehlenden Dateien</translation>
    </message>
    <message numerus="yes">
        <source>%n changed: %1</source>
        <translation>
            <numerusform>%n geändert: %1</numerusform>
            <numerusform>%n geändert: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>These files were edited after they had been applied. Compare them in the Changes tab, and put further changes into a new migration.</source>
        <translation>Diese Dateien wurden bearbeitet, nachdem sie angewendet worden waren. Auf der Registerkarte „Änderungen“ vergleichen, und weitere Änderungen in eine neue Migration schreiben.</translation>
    </message>
    <message numerus="yes">
        <source>%n missing: %1</source>
        <translation>
            <numerusform>%n fehlend: %1</numerusform>
            <numerusform>%n fehlend: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The history names migrations that have no file here. Is this checkout up to date?</source>
        <translation>Der Verlauf nennt Migrationen, zu denen es hier keine Datei gibt. Ist dieser Checkout aktuell?</translation>
    </message>
    <message numerus="yes">
        <source>%n applied, none changed</source>
        <translation>
            <numerusform>%n angewendet, nicht geändert</numerusform>
            <numerusform>%n angewendet, keine geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>Every applied file whose content at that time is known is unchanged.</source>
        <translation>Jede angewendete Datei, deren damaliger Inhalt bekannt ist, ist unverändert.</translation>
    </message>
    <message>
        <source>Everything applied, nothing failed</source>
        <translation>Alles angewendet, nichts fehlgeschlagen</translation>
    </message>
    <message>
        <source>failed over 0 failed, warning over 0 pending</source>
        <translation>fehlgeschlagen über 0 fehlgeschlagenen, Warnung über 0 ausstehenden</translation>
    </message>
    <message numerus="yes">
        <source>%n failed: %1</source>
        <translation>
            <numerusform>%n fehlgeschlagen: %1</numerusform>
            <numerusform>%n fehlgeschlagen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>A migration stopped half-way. The run&apos;s log says which of its statements took effect.</source>
        <translation>Eine Migration ist auf halbem Weg stehen geblieben. Das Protokoll des Laufs sagt, welche ihrer Anweisungen gewirkt haben.</translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n ausstehend</numerusform>
            <numerusform>%n ausstehend</numerusform>
        </translation>
    </message>
    <message>
        <source>Some migrations have not run. If they belong to a later release, say so in a note.</source>
        <translation>Einige Migrationen wurden nicht ausgeführt. Gehören sie zu einem späteren Release, dies in einer Notiz festhalten.</translation>
    </message>
    <message numerus="yes">
        <source>%n applied, none pending</source>
        <translation>
            <numerusform>%n angewendet, keine ausstehend</numerusform>
            <numerusform>%n angewendet, keine ausstehend</numerusform>
        </translation>
    </message>
    <message>
        <source>The history holds every migration of the project.</source>
        <translation>Der Verlauf enthält jede Migration des Projekts.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::EditorArea</name>
    <message>
        <source>Open files</source>
        <translation>Offene Dateien</translation>
    </message>
    <message>
        <source>No file is open.
Choose a migration in the timeline to read or edit it.</source>
        <translation>Keine Datei ist geöffnet.
In der Zeitleiste eine Migration wählen, um sie zu lesen oder zu bearbeiten.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;All</source>
        <translation>&amp;Alle speichern</translation>
    </message>
    <message>
        <source>&amp;Close File</source>
        <translation>Datei s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>R&amp;eplace…</source>
        <translation>Erse&amp;tzen…</translation>
    </message>
    <message>
        <source>&amp;Go to Line…</source>
        <translation>&amp;Gehe zu Zeile…</translation>
    </message>
    <message>
        <source>Toggle Co&amp;mment</source>
        <translation>Ko&amp;mmentar umschalten</translation>
    </message>
    <message>
        <source>%1 *</source>
        <comment>a file with unsaved text</comment>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>%1 (not saved)</source>
        <translation>%1 (nicht gespeichert)</translation>
    </message>
    <message>
        <source>%1 has unsaved text.</source>
        <translation>%1 enthält nicht gespeicherten Text.</translation>
    </message>
    <message numerus="yes">
        <source>%n files have unsaved text.</source>
        <translation>
            <numerusform>%n Datei enthält nicht gespeicherten Text.</numerusform>
            <numerusform>%n Dateien enthalten nicht gespeicherten Text.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is not saved is lost when it is closed.</source>
        <translation>Was nicht gespeichert ist, geht beim Schließen verloren.</translation>
    </message>
    <message>
        <source>What is not saved is lost when they are closed:
%1</source>
        <translation>Was nicht gespeichert ist, geht beim Schließen verloren:
%1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Schließen ohne zu speichern</translation>
    </message>
    <message>
        <source>&amp;Next Finding</source>
        <translation>&amp;Nächster Befund</translation>
    </message>
    <message>
        <source>Pre&amp;vious Finding</source>
        <translation>&amp;Vorheriger Befund</translation>
    </message>
    <message>
        <source>Safe &amp;Steps…</source>
        <translation>Sichere &amp;Schritte…</translation>
    </message>
    <message>
        <source>Nothing safer is known for the statement at the caret.</source>
        <translation>Für die Anweisung an der Schreibmarke ist nichts Sichereres bekannt.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::EditorStrips</name>
    <message>
        <source>This file mixes kinds of line ends. Saving it would change lines that nobody touched, and with them its checksum, so it is open for reading only.</source>
        <translation>In dieser Datei sind verschiedene Zeilenenden gemischt. Speichern würde Zeilen ändern, die niemand angefasst hat, und damit ihre Prüfsumme; sie ist daher nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>This file is not valid UTF-8, so what is shown of it may be wrong in places. It is open for reading only, so that it stays as it is.</source>
        <translation>Diese Datei ist kein gültiges UTF-8, daher kann stellenweise falsch sein, was von ihr gezeigt wird. Sie ist nur zum Lesen geöffnet, damit sie so bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>This file contains a NUL byte, which no database accepts in a script. It is open for reading only.</source>
        <translation>Diese Datei enthält ein NUL-Byte, das keine Datenbank in einem Skript annimmt. Sie ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>This file has %1; its first %2 are shown, for reading only.</source>
        <translation>Diese Datei hat %1; die ersten %2 werden gezeigt, nur zum Lesen.</translation>
    </message>
    <message>
        <source>You may not write to this file. It is open for reading only.</source>
        <translation>Das Recht, in diese Datei zu schreiben, fehlt. Sie ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>This file contains very long lines or characters that the editor cannot give back exactly as they are. It is open for reading only.</source>
        <translation>Diese Datei enthält sehr lange Zeilen oder Zeichen, die der Editor nicht genau so zurückgeben kann, wie sie sind. Sie ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>Convert to LF and edit</source>
        <translation>In LF umwandeln und bearbeiten</translation>
    </message>
    <message>
        <source>Convert to CRLF and edit</source>
        <translation>In CRLF umwandeln und bearbeiten</translation>
    </message>
    <message>
        <source>Text that was typed here and not saved on %1 was kept.</source>
        <translation>Text, der hier am %1 eingegeben und nicht gespeichert wurde, ist noch da.</translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Show difference</source>
        <translation>Unterschied zeigen</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation>Auf der Festplatte</translation>
    </message>
    <message>
        <source>Typed and not saved</source>
        <translation>Eingegeben und nicht gespeichert</translation>
    </message>
    <message>
        <source>Another program changed this file while you were editing it. Nothing was overwritten.</source>
        <translation>Ein anderes Programm hat diese Datei während der Bearbeitung geändert. Nichts wurde überschrieben.</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Eigenen Text behalten</translation>
    </message>
    <message>
        <source>Takes the text on the disk; Undo brings yours back</source>
        <translation>Übernimmt den Text von der Festplatte; „Rückgängig“ holt den eigenen zurück</translation>
    </message>
    <message>
        <source>Saving writes your text over the one on the disk</source>
        <translation>Speichern schreibt den eigenen Text über den auf der Festplatte</translation>
    </message>
    <message>
        <source>In the editor</source>
        <translation>Im Editor</translation>
    </message>
    <message>
        <source>This file was deleted or moved. Its text is still here; saving writes the file again.</source>
        <translation>Diese Datei wurde gelöscht oder verschoben. Ihr Text ist noch hier; Speichern schreibt die Datei neu.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::EnvironmentRemoval</name>
    <message>
        <source>Remove an environment</source>
        <translation>Eine Umgebung entfernen</translation>
    </message>
    <message>
        <source>Remove “%1” from your environments?</source>
        <translation>„%1“ aus Ihren Umgebungen entfernen?</translation>
    </message>
    <message>
        <source>Its address and its saved password are forgotten. The database stays as it is.</source>
        <translation>Ihre Adresse und ihr gespeichertes Passwort werden vergessen. Die Datenbank bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>Whimbrel::EnvironmentSwitcher</name>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>No database</source>
        <translation>Keine Datenbank</translation>
    </message>
    <message>
        <source>Choose an environment</source>
        <translation>Umgebung wählen</translation>
    </message>
    <message>
        <source>Choose the database to work on, or connect another</source>
        <translation>Die Datenbank wählen, an der gearbeitet wird, oder eine andere verbinden</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1, aus %2</translation>
    </message>
    <message>
        <source>%1 (protected)</source>
        <translation>%1 (geschützt)</translation>
    </message>
    <message>
        <source>Edit “%1”…</source>
        <translation>„%1“ bearbeiten…</translation>
    </message>
    <message>
        <source>Connect a database…</source>
        <translation>Datenbank verbinden…</translation>
    </message>
    <message>
        <source>Remove “%1”…</source>
        <translation>„%1“ entfernen …</translation>
    </message>
</context>
<context>
    <name>Whimbrel::EventLog</name>
    <message>
        <source>%1 could not be written: %2. Nothing was recorded.</source>
        <translation>%1 konnte nicht geschrieben werden: %2. Nichts wurde festgehalten.</translation>
    </message>
    <message>
        <source>Make room or rights for this file, then do it again.</source>
        <translation>Für diese Datei Platz oder Rechte schaffen, dann den Schritt wiederholen.</translation>
    </message>
    <message>
        <source>%1 could not be read: %2.</source>
        <translation>%1 konnte nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 is a link. Nothing was recorded.</source>
        <translation>%1 ist ein Verweis. Nichts wurde festgehalten.</translation>
    </message>
    <message>
        <source>Put a file in its place: a log is not written elsewhere.</source>
        <translation>Setzen Sie eine Datei an seine Stelle: Ein Protokoll wird nicht anderswohin geschrieben.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::GatedAction</name>
    <message>
        <source>The environment “%1” is read-only.</source>
        <translation>Die Umgebung „%1“ ist nur zum Lesen.</translation>
    </message>
    <message>
        <source>“read-only = false” in whimbrel.toml allows changes.</source>
        <translation>„read-only = false“ in whimbrel.toml erlaubt Änderungen.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::Git</name>
    <message>
        <source>git cannot be run: %1.</source>
        <translation>git lässt sich nicht ausführen: %1.</translation>
    </message>
    <message>
        <source>Install git, or name the files instead of --since.</source>
        <translation>git installieren, oder statt --since die Dateien angeben.</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>Angehalten; nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::GuardsProbe</name>
    <message>
        <source>%1 off</source>
        <translation>%1 aus</translation>
    </message>
    <message>
        <source>%1 %2 s</source>
        <translation>%1 %2 s</translation>
    </message>
    <message>
        <source>%1 %2 ms</source>
        <translation>%1 %2 ms</translation>
    </message>
    <message>
        <source>failed when waiting for a lock has no end, warning over %1</source>
        <translation>fehlgeschlagen, wenn das Warten auf eine Sperre kein Ende hat, Warnung über %1</translation>
    </message>
    <message>
        <source>A statement of the run would wait for a lock without end, and everybody else behind it. Set a lock timeout.</source>
        <translation>Eine Anweisung des Laufs würde ohne Ende auf eine Sperre warten, und alle anderen hinter ihr. Ein Zeitlimit für Sperren setzen.</translation>
    </message>
    <message>
        <source>failed when one is off</source>
        <translation>fehlgeschlagen, wenn eine aus ist</translation>
    </message>
    <message>
        <source>Should this computer or the network fail during the run, the server would keep its transaction and locks: %1 is off.</source>
        <translation>Fällt dieser Computer oder das Netz während des Laufs aus, behielte der Server dessen Transaktion und Sperren: %1 ist aus.</translation>
    </message>
    <message>
        <source>A statement may wait so long for a lock that others pile up behind it.</source>
        <translation>Eine Anweisung darf so lange auf eine Sperre warten, dass sich andere hinter ihr stauen.</translation>
    </message>
    <message>
        <source>This server is too old for %1: it notices a lost connection late, and keeps locks until then.</source>
        <translation>Dieser Server ist zu alt für %1: Er bemerkt eine verlorene Verbindung spät und behält bis dahin Sperren.</translation>
    </message>
    <message>
        <source>A statement that waits for a lock gives up in time, and a lost connection frees its locks.</source>
        <translation>Eine Anweisung, die auf eine Sperre wartet, gibt rechtzeitig auf, und eine verlorene Verbindung gibt ihre Sperren frei.</translation>
    </message>
    <message>
        <source>Guards set for the run</source>
        <translation>Schutzgrenzen für den Lauf gesetzt</translation>
    </message>
    <message>
        <source>A session for the run could not be opened: %1</source>
        <translation>Eine Sitzung für den Lauf konnte nicht geöffnet werden: %1</translation>
    </message>
    <message>
        <source>The server refused the guards: %1</source>
        <translation>Der Server hat die Schutzgrenzen abgelehnt: %1</translation>
    </message>
</context>
<context>
    <name>Whimbrel::HealthProbe</name>
    <message>
        <source>status 200 to 299; warning over %1 ms, failed over %2</source>
        <translation>Status 200 bis 299; Warnung über %1 ms, fehlgeschlagen über %2</translation>
    </message>
    <message>
        <source>no answer within %1</source>
        <translation>keine Antwort innerhalb von %1</translation>
    </message>
    <message>
        <source>Application answers</source>
        <translation>Anwendung antwortet</translation>
    </message>
    <message>
        <source>No health page is named, so a person has to look. With health-url = &quot;URL&quot; in [environment.%1] of whimbrel.toml Whimbrel does.</source>
        <translation>Es ist keine Statusseite genannt, also muss ein Mensch nachsehen. Mit health-url = &quot;URL&quot; in [environment.%1] von whimbrel.toml übernimmt das Whimbrel.</translation>
    </message>
    <message>
        <source>The health-url is not an address that begins with http:// or https://.</source>
        <translation>Die health-url ist keine Adresse, die mit http:// oder https:// beginnt.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Gestoppt.</translation>
    </message>
    <message>
        <source>The application does not answer: %1.</source>
        <translation>Die Anwendung antwortet nicht: %1.</translation>
    </message>
    <message>
        <source>%1 %2 in %3 ms from %4</source>
        <translation>%1 %2 in %3 ms von %4</translation>
    </message>
    <message>
        <source>The application says that it is not well.</source>
        <translation>Die Anwendung meldet, dass es ihr nicht gut geht.</translation>
    </message>
    <message>
        <source>The application answers slowly.</source>
        <translation>Die Anwendung antwortet langsam.</translation>
    </message>
    <message>
        <source>The application answers.</source>
        <translation>Die Anwendung antwortet.</translation>
    </message>
    <message>
        <source>Whimbrel&apos;s part that asks web pages does not load: %1</source>
        <translation>Der Teil von Whimbrel, der Webseiten abfragt, lässt sich nicht laden: %1</translation>
    </message>
</context>
<context>
    <name>Whimbrel::HistoryBar</name>
    <message>
        <source>Moment of the last ten minutes that is shown</source>
        <translation>Gezeigter Zeitpunkt der letzten zehn Minuten</translation>
    </message>
    <message>
        <source>Left: into the past. Right end: now.</source>
        <translation>Links: in die Vergangenheit. Rechtes Ende: jetzt.</translation>
    </message>
    <message>
        <source>%1, %2 ago</source>
        <translation>%1, vor %2</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Back to what is now</source>
        <translation>Zurück zum jetzigen Stand</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
</context>
<context>
    <name>Whimbrel::HistoryPanel</name>
    <message>
        <source>Incidents: times in which somebody waited too long</source>
        <translation>Vorfälle: Zeiten, in denen jemand zu lange wartete</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>%1 because of us</source>
        <translation>%1 unseretwegen</translation>
    </message>
    <message>
        <source>longest %1</source>
        <translation>am längsten %1</translation>
    </message>
    <message>
        <source>%1 commits/s</source>
        <translation>%1 Commits/s</translation>
    </message>
    <message>
        <source>statement of the run</source>
        <translation>Anweisung des Laufs</translation>
    </message>
    <message>
        <source>No incident: nobody was seen to wait longer than %1.</source>
        <translation>Kein Vorfall: Niemand wartete erkennbar länger als %1.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::ImpactModel</name>
    <message>
        <source>%1: %2 from line %3 on, %4</source>
        <translation>%1: %2 ab Zeile %3, %4</translation>
    </message>
    <message>
        <source>Still held, until the transaction ends: %1</source>
        <translation>Noch gehalten, bis die Transaktion endet: %1</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
</context>
<context>
    <name>Whimbrel::ImpactView</name>
    <message>
        <source>Locks by table and statement</source>
        <translation>Sperren nach Tabelle und Anweisung</translation>
    </message>
    <message>
        <source>No statement of this section locks a table that others use.</source>
        <translation>Keine Anweisung dieses Abschnitts sperrt eine Tabelle, die andere nutzen.</translation>
    </message>
    <message numerus="yes">
        <source>%n further statement(s) are not shown.</source>
        <translation>
            <numerusform>%n weitere Anweisung ist nicht gezeigt.</numerusform>
            <numerusform>%n weitere Anweisungen sind nicht gezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>What the file locks is not known: it cannot be read.
%1</source>
        <translation>Was die Datei sperrt, ist nicht bekannt: Sie lässt sich nicht lesen.
%1</translation>
    </message>
</context>
<context>
    <name>Whimbrel::IncidentModel</name>
    <message>
        <source>%1, still on</source>
        <translation>%1, dauert an</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
</context>
<context>
    <name>Whimbrel::IntegrityProbe</name>
    <message>
        <source>Database file sound</source>
        <translation>Datenbankdatei unbeschädigt</translation>
    </message>
    <message>
        <source>failed unless quick_check says ok, warning over 0 dangling foreign keys</source>
        <translation>fehlgeschlagen, wenn quick_check nicht ok meldet, Warnung über 0 Fremdschlüsseln ohne Ziel</translation>
    </message>
    <message>
        <source>The file reads whole, and every foreign key has its row.</source>
        <translation>Die Datei lässt sich vollständig lesen, und jeder Fremdschlüssel hat seine Zeile.</translation>
    </message>
    <message>
        <source>The file is damaged. Do not migrate it: make a copy, and restore a backup or recover it with sqlite3&apos;s .recover.</source>
        <translation>Die Datei ist beschädigt. Nicht migrieren: eine Kopie anlegen und ein Backup zurückspielen oder sie mit .recover von sqlite3 wiederherstellen.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Rows refer to rows that do not exist. A migration that rebuilds such a table keeps them; one that checks foreign keys fails.</source>
        <translation>Zeilen verweisen auf Zeilen, die es nicht gibt. Eine Migration, die eine solche Tabelle neu aufbaut, behält sie; eine, die Fremdschlüssel prüft, schlägt fehl.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::InvalidIndexesProbe</name>
    <message>
        <source>No invalid indexes</source>
        <translation>Keine ungültigen Indizes</translation>
    </message>
    <message>
        <source>warning over 0, failed on a table of this migration</source>
        <translation>Warnung über 0, fehlgeschlagen bei einer Tabelle dieser Migration</translation>
    </message>
    <message>
        <source>%1 on %2, being built</source>
        <translation>%1 auf %2, im Aufbau</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Every index is valid.</source>
        <translation>Jeder Index ist gültig.</translation>
    </message>
    <message>
        <source>A CREATE INDEX CONCURRENTLY or REINDEX failed here: the index costs writes and serves no reads, and a migration that makes it again fails or skips it. DROP INDEX CONCURRENTLY removes it.</source>
        <translation>Hier ist ein CREATE INDEX CONCURRENTLY oder REINDEX fehlgeschlagen: Der Index kostet beim Schreiben und hilft nicht beim Lesen, und eine Migration, die ihn erneut anlegt, schlägt fehl oder überspringt ihn. DROP INDEX CONCURRENTLY entfernt ihn.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::ItemWidget</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Tick with a note</source>
        <translation>Mit einer Notiz abhaken</translation>
    </message>
    <message>
        <source>Run this check again</source>
        <translation>Diese Prüfung erneut ausführen</translation>
    </message>
    <message>
        <source>Tick</source>
        <translation>Abhaken</translation>
    </message>
    <message>
        <source>Take the tick back</source>
        <translation>Haken zurücknehmen</translation>
    </message>
    <message>
        <source>Answer for it with a note</source>
        <translation>Mit einer Notiz dafür einstehen</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>wird geprüft…</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>abgehakt</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>nicht abgehakt</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
    <message>
        <source>Checked %1 by %2</source>
        <translation>Geprüft %1 von %2</translation>
    </message>
    <message>
        <source>Limit: %1</source>
        <translation>Grenze: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>taken back by %1, %2</source>
        <translation>zurückgenommen von %1, %2</translation>
    </message>
    <message>
        <source>Why is this all right?</source>
        <translation>Warum ist das in Ordnung?</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>Notiz zu %1</translation>
    </message>
</context>
<context>
    <name>Whimbrel::KeychainStore</name>
    <message>
        <source>It did not answer in time.</source>
        <translation>Er hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The password was not saved in the keychain.</source>
        <translation>Das Passwort wurde nicht im Schlüsselbund gespeichert.</translation>
    </message>
    <message>
        <source>It is used until Whimbrel is closed. Set PGPASSWORD or MYSQL_PWD to have it again.</source>
        <translation>Es wird verwendet, bis Whimbrel geschlossen wird. Mit PGPASSWORD oder MYSQL_PWD steht es danach wieder zur Verfügung.</translation>
    </message>
    <message>
        <source>The password was not removed from the keychain.</source>
        <translation>Das Passwort wurde nicht aus dem Schlüsselbund entfernt.</translation>
    </message>
    <message>
        <source>Remove it with the desktop&apos;s own program; its name there is %1.</source>
        <translation>Es lässt sich mit dem Programm der Arbeitsumgebung entfernen; dort heißt es %1.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::LintRun</name>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>Angehalten; nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::LintScope</name>
    <message>
        <source>There is no file and no folder “%1”.</source>
        <translation>Es gibt weder eine Datei noch einen Ordner „%1“.</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>Den Namen prüfen.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::LockChart</name>
    <message>
        <source>Waiting sessions, longest wait and commits of the last ten minutes</source>
        <translation>Wartende Sitzungen, längstes Warten und Commits der letzten zehn Minuten</translation>
    </message>
    <message numerus="yes">
        <source>Statement: %1, and %n more</source>
        <translation>
            <numerusform>Anweisung: %1, und %n weitere</numerusform>
            <numerusform>Anweisung: %1, und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Statement: %1</source>
        <translation>Anweisung: %1</translation>
    </message>
    <message>
        <source>Waiting: %1, because of us: %2</source>
        <translation>Wartend: %1, unseretwegen: %2</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>Wartend: %1</translation>
    </message>
    <message>
        <source>Longest wait: %1</source>
        <translation>Längstes Warten: %1</translation>
    </message>
    <message>
        <source>Commits: %1 a second</source>
        <translation>Commits: %1 pro Sekunde</translation>
    </message>
</context>
<context>
    <name>Whimbrel::LockMonitor</name>
    <message>
        <source>Locks are not watched any more. Nothing was done.</source>
        <translation>Sperren werden nicht mehr beobachtet. Es wurde nichts getan.</translation>
    </message>
    <message>
        <source>Open the Locks pane.</source>
        <translation>Öffnen Sie den Bereich „Sperren“.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::LockStrips</name>
    <message>
        <source>Copy statement</source>
        <translation>Anweisung kopieren</translation>
    </message>
    <message>
        <source>Connection lost: %1 What is shown is %2 old. Trying again.</source>
        <translation>Verbindung verloren: %1 Das Gezeigte ist %2 alt. Es wird erneut versucht.</translation>
    </message>
    <message>
        <source>%1 An administrator can change it with: %2</source>
        <translation>%1 Ein Administrator kann das ändern mit: %2</translation>
    </message>
</context>
<context>
    <name>Whimbrel::LockWaitsProbe</name>
    <message>
        <source>Nobody waits for a lock</source>
        <translation>Niemand wartet auf eine Sperre</translation>
    </message>
    <message>
        <source>Who waits is hidden from %1. A right is missing: %2</source>
        <translation>Wer wartet, ist für %1 nicht sichtbar. Es fehlt ein Recht: %2</translation>
    </message>
    <message>
        <source>warning over 0, failed when one waits over %1</source>
        <translation>Warnung über 0, fehlgeschlagen, wenn jemand länger als %1 wartet</translation>
    </message>
    <message>
        <source>0 waiting</source>
        <translation>0 wartend</translation>
    </message>
    <message>
        <source>Nobody is held up.</source>
        <translation>Niemand wird aufgehalten.</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting, the longest for %1</source>
        <translation>
            <numerusform>%n wartend, seit %1</numerusform>
            <numerusform>%n wartend, am längsten seit %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Sessions wait for a lock. The Locks pane shows for whom, and ends what holds it.</source>
        <translation>Sitzungen warten auf eine Sperre. Der Bereich „Sperren“ zeigt, auf wen, und beendet, was sie hält.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::LocksBadge</name>
    <message>
        <source>Sessions that wait for a lock</source>
        <translation>Sitzungen, die auf eine Sperre warten</translation>
    </message>
    <message numerus="yes">
        <source>%n lock holder(s)</source>
        <translation>
            <numerusform>%n Inhaber einer Sperre</numerusform>
            <numerusform>%n Inhaber von Sperren</numerusform>
        </translation>
    </message>
    <message>
        <source>Sessions that wait for a lock. Click for who blocks whom.</source>
        <translation>Sitzungen, die auf eine Sperre warten. Klicken, um zu sehen, wer wen blockiert.</translation>
    </message>
    <message>
        <source>locks: connection lost</source>
        <translation>Sperren: Verbindung verloren</translation>
    </message>
    <message>
        <source>locks: connecting</source>
        <translation>Sperren: Verbindung wird aufgebaut</translation>
    </message>
    <message>
        <source>locks: not watched</source>
        <translation>Sperren: nicht beobachtet</translation>
    </message>
    <message>
        <source>Locks are watched while their pane is visible or a run is on.</source>
        <translation>Sperren werden beobachtet, solange ihr Bereich sichtbar ist oder ein Lauf stattfindet.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::LocksExport</name>
    <message>
        <source>Locks of %1, %2</source>
        <translation>Sperren von %1, %2</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Export the locks that are shown</source>
        <translation>Die gezeigten Sperren exportieren</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>Whimbrel::LocksModel</name>
    <message>
        <source>%1 (this run)</source>
        <translation>%1 (dieser Lauf)</translation>
    </message>
    <message>
        <source>%1 @ %2</source>
        <translation>%1 @ %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>last statement: %1</source>
        <translation>letzte Anweisung: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Also waits for %1</source>
        <translation>Wartet auch auf %1</translation>
    </message>
    <message>
        <source>In a deadlock: the server will cancel one of its sessions.</source>
        <translation>In einem Deadlock: Der Server wird eine der beteiligten Sitzungen abbrechen.</translation>
    </message>
    <message>
        <source>holds %1</source>
        <translation>hält %1</translation>
    </message>
    <message>
        <source>%1, blocker not known</source>
        <translation>%1, Blockierer nicht bekannt</translation>
    </message>
    <message>
        <source>%1, in the queue</source>
        <translation>%1, in der Warteschlange</translation>
    </message>
    <message>
        <source>%1, deadlock</source>
        <translation>%1, Deadlock</translation>
    </message>
    <message>
        <source>%1, shown above</source>
        <translation>%1, weiter oben gezeigt</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Wartet auf</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Gewartet</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Anweisung</translation>
    </message>
</context>
<context>
    <name>Whimbrel::LocksPane</name>
    <message>
        <source>Sessions that wait, below the sessions they wait for</source>
        <translation>Sitzungen, die warten, unter den Sitzungen, auf die sie warten</translation>
    </message>
    <message>
        <source>&amp;Cancel statement…</source>
        <translation>Anweisung &amp;abbrechen…</translation>
    </message>
    <message>
        <source>Stops what the selected session runs; it stays connected</source>
        <translation>Stoppt, was die gewählte Sitzung ausführt; sie bleibt verbunden</translation>
    </message>
    <message>
        <source>&amp;Terminate session…</source>
        <translation>Sitzung &amp;beenden…</translation>
    </message>
    <message>
        <source>Ends the selected session and rolls its transaction back</source>
        <translation>Beendet die gewählte Sitzung und rollt ihre Transaktion zurück</translation>
    </message>
    <message>
        <source>&amp;Freeze</source>
        <translation>A&amp;nhalten</translation>
    </message>
    <message>
        <source>Keeps the tree as it is; locks are watched on</source>
        <translation>Lässt den Baum, wie er ist; die Sperren werden weiter beobachtet</translation>
    </message>
    <message>
        <source>C&amp;opy tree as text</source>
        <translation>Baum als Text &amp;kopieren</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>%1 geschrieben</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Writes what is shown to a file, as text, JSON or picture</source>
        <translation>Schreibt das Gezeigte in eine Datei, als Text, JSON oder Bild</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>Shows the last ten minutes beside the tree: chart, slider and incidents</source>
        <translation>Zeigt die letzten zehn Minuten neben dem Baum: Diagramm, Schieberegler und Vorfälle</translation>
    </message>
    <message>
        <source>Copy statement that &amp;ends it</source>
        <translation>Anweisung, die sie &amp;beendet, kopieren</translation>
    </message>
    <message>
        <source>Copies ROLLBACK PREPARED for the selected transaction, to be run in its own database</source>
        <translation>Kopiert ROLLBACK PREPARED für die gewählte Transaktion, auszuführen in ihrer eigenen Datenbank</translation>
    </message>
</context>
<context>
    <name>Whimbrel::MainWindow</name>
    <message>
        <source>A run is on. Stop it or wait for its end before you leave this project.</source>
        <translation>Ein Lauf findet statt. Ihn stoppen oder sein Ende abwarten, bevor dieses Projekt verlassen wird.</translation>
    </message>
    <message>
        <source>%1: %2 (protected)</source>
        <translation>%1: %2 (geschützt)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>A run is on</source>
        <translation>Ein Lauf findet statt</translation>
    </message>
    <message>
        <source>Closing stops the run: the statement in flight is cancelled.</source>
        <translation>Das Schließen stoppt den Lauf: Die laufende Anweisung wird abgebrochen.</translation>
    </message>
    <message>
        <source>Migrations that are done stay applied, and the history says so.</source>
        <translation>Abgeschlossene Migrationen bleiben angewendet, und der Verlauf hält das fest.</translation>
    </message>
    <message>
        <source>Stop the run and close</source>
        <translation>Lauf stoppen und schließen</translation>
    </message>
    <message>
        <source>The picture %1 could not be written.</source>
        <translation>Das Bild %1 konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
</context>
<context>
    <name>Whimbrel::MarkdownLintReport</name>
    <message numerus="yes">
        <source>%n more finding(s) are not listed.</source>
        <translation>
            <numerusform>%n weiterer Befund ist nicht aufgeführt.</numerusform>
            <numerusform>%n weitere Befunde sind nicht aufgeführt.</numerusform>
        </translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
</context>
<context>
    <name>Whimbrel::MigrationEditor</name>
    <message>
        <source>Text of the migration file</source>
        <translation>Text der Migrationsdatei</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>The section that applies the migration</source>
        <translation>Der Abschnitt, der die Migration anwendet</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>The section that rolls the migration back</source>
        <translation>Der Abschnitt, der die Migration zurückrollt</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>The statements as they will run, by transaction</source>
        <translation>Die Anweisungen, wie sie ausgeführt werden, nach Transaktionen</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>What changed since the migration was applied</source>
        <translation>Was sich geändert hat, seit die Migration angewendet wurde</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a file and its state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1:%2   %3</source>
        <comment>line, column, encoding</comment>
        <translation>%1:%2   %3</translation>
    </message>
    <message>
        <source>not UTF-8</source>
        <translation>kein UTF-8</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>Auswirkung</translation>
    </message>
    <message>
        <source>Which tables are locked, and for how much of the migration</source>
        <translation>Welche Tabellen gesperrt sind, und für welchen Teil der Migration</translation>
    </message>
</context>
<context>
    <name>Whimbrel::MySqlImpact</name>
    <message>
        <source>A foreign key of another table references it: TRUNCATE is refused.</source>
        <translation>Ein Fremdschlüssel einer anderen Tabelle verweist auf sie: TRUNCATE wird abgewiesen.</translation>
    </message>
    <message>
        <source>an index that finds the rows</source>
        <translation>ein Index, der die Zeilen findet</translation>
    </message>
    <message>
        <source>“%1” exists already.</source>
        <translation>„%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>the rows that match</source>
        <translation>die zutreffenden Zeilen</translation>
    </message>
</context>
<context>
    <name>Whimbrel::NewMigrationDialog</name>
    <message>
        <source>New migration</source>
        <translation>Neue Migration</translation>
    </message>
    <message>
        <source>add user status</source>
        <translation>add user status</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Create and open</source>
        <translation>Anlegen und öffnen</translation>
    </message>
    <message>
        <source>&amp;What it does:</source>
        <translation>&amp;Was sie tut:</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Datei:</translation>
    </message>
    <message>
        <source>&amp;Recipe:</source>
        <translation>&amp;Rezept:</translation>
    </message>
    <message>
        <source>None: an empty migration</source>
        <translation>Keines: eine leere Migration</translation>
    </message>
    <message>
        <source>%1 (of this project)</source>
        <translation>%1 (aus diesem Projekt)</translation>
    </message>
</context>
<context>
    <name>Whimbrel::NewProjectDialog</name>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>sqlite:PATH, postgresql://user@host/database or mariadb://user@host/database.
Without a password. You can also connect a database later.</source>
        <translation>sqlite:PATH, postgresql://user@host/database oder mariadb://user@host/database.
Ohne Passwort. Eine Datenbank kann auch später verbunden werden.</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Create project</source>
        <translation>Projekt anlegen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Ordner:</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Database:</source>
        <translation>&amp;Datenbank:</translation>
    </message>
    <message>
        <source>Choose the folder of the new project</source>
        <translation>Den Ordner des neuen Projekts wählen</translation>
    </message>
    <message>
        <source>The folder %1 cannot be created.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Check the permissions of the folder above.</source>
        <translation>Die Rechte des übergeordneten Ordners prüfen.</translation>
    </message>
    <message>
        <source>Writes whimbrel.toml and the folder db/migrations in dbmate&apos;s format.
Nothing that is there is changed.</source>
        <translation>Schreibt whimbrel.toml und den Ordner db/migrations im Format von dbmate.
Nichts Vorhandenes wird geändert.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::OldTransactionsProbe</name>
    <message>
        <source>warning over %1, failed over %2, or over %3 on a table of this migration</source>
        <translation>Warnung über %1, fehlgeschlagen über %2, oder über %3 bei einer Tabelle dieser Migration</translation>
    </message>
    <message>
        <source>%1 for %2, on a table of this migration</source>
        <translation>%1 seit %2, auf einer Tabelle dieser Migration</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message numerus="yes">
        <source>%n open, the oldest %1</source>
        <translation>
            <numerusform>%n offen, seit %1</numerusform>
            <numerusform>%n offen, die älteste seit %1</numerusform>
        </translation>
    </message>
    <message>
        <source>No transaction is open long enough to hold up a migration.</source>
        <translation>Keine Transaktion ist lange genug offen, um eine Migration aufzuhalten.</translation>
    </message>
    <message>
        <source>A statement that needs a strong lock waits behind these, and everybody else behind it. Let them end, or end them in the Locks pane.</source>
        <translation>Eine Anweisung, die eine starke Sperre braucht, wartet hinter diesen, und alle anderen hinter ihr. Ihr Ende abwarten, oder sie im Bereich „Sperren“ beenden.</translation>
    </message>
    <message>
        <source>The transactions of other roles are hidden from %1. A right is missing: %2</source>
        <translation>Die Transaktionen anderer Rollen sind für %1 nicht sichtbar. Es fehlt ein Recht: %2</translation>
    </message>
    <message>
        <source>prepared transaction %1 of %2</source>
        <translation>vorbereitete Transaktion %1 von %2</translation>
    </message>
    <message>
        <source>%1 %2 (pid %3, %4)</source>
        <translation>%1 %2 (PID %3, %4)</translation>
    </message>
    <message>
        <source>none open</source>
        <translation>keine offen</translation>
    </message>
    <message>
        <source>The transactions of other users are hidden from %1. A right is missing: %2</source>
        <translation>Die Transaktionen anderer Benutzer sind für %1 nicht sichtbar. Es fehlt ein Recht: %2</translation>
    </message>
    <message>
        <source>%1 (connection %2, %3)</source>
        <translation>%1 (Verbindung %2, %3)</translation>
    </message>
    <message>
        <source>No old transactions</source>
        <translation>Keine alten Transaktionen</translation>
    </message>
    <message>
        <source>Prepared transactions, which keep their locks without a session, cannot be seen: %1</source>
        <translation>Vorbereitete Transaktionen, die ihre Sperren ohne Sitzung behalten, sind nicht zu sehen: %1</translation>
    </message>
    <message>
        <source>prepared XA transaction %1</source>
        <translation>vorbereitete XA-Transaktion %1</translation>
    </message>
</context>
<context>
    <name>Whimbrel::PaletteModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Whimbrel::PauseButton</name>
    <message>
        <source>paused: nothing is locked</source>
        <translation>pausiert: Nichts ist gesperrt</translation>
    </message>
    <message>
        <source>pauses when this transaction has ended</source>
        <translation>wird pausiert, sobald diese Transaktion beendet ist</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Goes on with the next transaction or batch</source>
        <translation>Macht mit der nächsten Transaktion oder dem nächsten Stapel weiter</translation>
    </message>
    <message>
        <source>Waits when the transaction or batch in flight has ended; nothing is locked meanwhile</source>
        <translation>Wartet, wenn die laufende Transaktion oder der laufende Stapel beendet ist; inzwischen ist nichts gesperrt</translation>
    </message>
</context>
<context>
    <name>Whimbrel::PhasePanel</name>
    <message>
        <source>Run checks</source>
        <translation>Prüfungen ausführen</translation>
    </message>
    <message>
        <source>Override…</source>
        <translation>Übergehen…</translation>
    </message>
    <message>
        <source>Go on though items are open, with a written reason</source>
        <translation>Trotz offener Punkte weitermachen, mit einer schriftlichen Begründung</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Overridden by %1, %2: %3</source>
        <translation>Übergangen von %1, %2: %3</translation>
    </message>
    <message>
        <source>Opens when Before is complete or overridden.</source>
        <translation>Öffnet sich, wenn „Vorher“ abgeschlossen oder übergangen ist.</translation>
    </message>
    <message>
        <source>Opens when During is complete or overridden.</source>
        <translation>Öffnet sich, wenn „Während“ abgeschlossen oder übergangen ist.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::PlanView</name>
    <message>
        <source>There is nothing to run.</source>
        <translation>Es gibt nichts auszuführen.</translation>
    </message>
    <message>
        <source>Statements of the plan</source>
        <translation>Anweisungen des Plans</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Und %n weitere.</numerusform>
            <numerusform>Und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in the Editor</source>
        <translation>Im Editor zeigen</translation>
    </message>
    <message>
        <source>Copy Statement</source>
        <translation>Anweisung kopieren</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>a table, its strongest lock, who waits</comment>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Possibly %1</source>
        <comment>a lock</comment>
        <translation>Möglicherweise %1</translation>
    </message>
    <message numerus="yes">
        <source>And %n more table(s).</source>
        <translation>
            <numerusform>Und %n weitere Tabelle.</numerusform>
            <numerusform>Und %n weitere Tabellen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The strongest lock that the plan takes on each table</source>
        <translation>Die stärkste Sperre, die der Plan auf jeder Tabelle nimmt</translation>
    </message>
</context>
<context>
    <name>Whimbrel::PlannedFiles</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>Neue Datei</translation>
    </message>
    <message>
        <source>Changed file</source>
        <translation>Geänderte Datei</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
</context>
<context>
    <name>Whimbrel::PostgreSqlImpact::Reasons</name>
    <message>
        <source>The session&apos;s time zone: in UTC the table is not rewritten.</source>
        <translation>Die Zeitzone der Sitzung: In UTC wird die Tabelle nicht neu geschrieben.</translation>
    </message>
    <message>
        <source>Which tables have been clustered before.</source>
        <translation>Welche Tabellen früher mit CLUSTER geordnet wurden.</translation>
    </message>
    <message>
        <source>Which tables there are.</source>
        <translation>Welche Tabellen es gibt.</translation>
    </message>
    <message>
        <source>The plan that the server chooses.</source>
        <translation>Der Plan, den der Server wählt.</translation>
    </message>
    <message>
        <source>The rows that are touched, and their values.</source>
        <translation>Die betroffenen Zeilen und ihre Werte.</translation>
    </message>
    <message>
        <source>Whether this part of the block runs.</source>
        <translation>Ob dieser Teil des Blocks ausgeführt wird.</translation>
    </message>
    <message>
        <source>PostgreSQL %1 and newer have this.</source>
        <translation>Das gibt es ab PostgreSQL %1.</translation>
    </message>
    <message>
        <source>DROP INDEX CONCURRENTLY drops one index, and nothing that depends on it.</source>
        <translation>DROP INDEX CONCURRENTLY löscht einen Index und nichts, was von ihm abhängt.</translation>
    </message>
    <message>
        <source>Whether “%1” has partitions or inheritance children.</source>
        <translation>Ob „%1“ Partitionen oder erbende Tabellen hat.</translation>
    </message>
    <message>
        <source>Whether columns of “%1” own sequences.</source>
        <translation>Ob Sequenzen zu Spalten von „%1“ gehören.</translation>
    </message>
    <message>
        <source>Whether “%1” has foreign keys, and to which tables.</source>
        <translation>Ob „%1“ Fremdschlüssel hat, und auf welche Tabellen.</translation>
    </message>
    <message>
        <source>Whether foreign keys of other tables refer to “%1”.</source>
        <translation>Ob Fremdschlüssel anderer Tabellen auf „%1“ verweisen.</translation>
    </message>
    <message>
        <source>Whether views stand on “%1”.</source>
        <translation>Ob Views auf „%1“ aufbauen.</translation>
    </message>
    <message>
        <source>The columns, constraints and indexes of “%1”.</source>
        <translation>Die Spalten, Constraints und Indizes von „%1“.</translation>
    </message>
    <message>
        <source>Whether “%1” exists.</source>
        <translation>Ob es „%1“ gibt.</translation>
    </message>
    <message>
        <source>The table that the index “%1” belongs to.</source>
        <translation>Die Tabelle, zu der der Index „%1“ gehört.</translation>
    </message>
    <message>
        <source>What kind of constraint “%1” is.</source>
        <translation>Welche Art von Constraint „%1“ ist.</translation>
    </message>
    <message>
        <source>What the type “%1” is: a domain with constraints costs a rewrite.</source>
        <translation>Was der Typ „%1“ ist: Eine Domäne mit Constraints kostet ein Neuschreiben der Tabelle.</translation>
    </message>
    <message>
        <source>Which tables use the type “%1”.</source>
        <translation>Welche Tabellen den Typ „%1“ verwenden.</translation>
    </message>
    <message>
        <source>Whether the function “%1” is volatile.</source>
        <translation>Ob die Funktion „%1“ volatil ist.</translation>
    </message>
    <message>
        <source>What “%1” holds.</source>
        <translation>Was „%1“ enthält.</translation>
    </message>
    <message>
        <source>Which objects depend on “%1”.</source>
        <translation>Welche Objekte von „%1“ abhängen.</translation>
    </message>
    <message>
        <source>Whether “%1” has a default partition.</source>
        <translation>Ob „%1“ eine Vorgabepartition hat.</translation>
    </message>
    <message>
        <source>Where “%1” is stored now.</source>
        <translation>Wo „%1“ jetzt gespeichert ist.</translation>
    </message>
    <message>
        <source>Who owns “%1” now.</source>
        <translation>Wem „%1“ jetzt gehört.</translation>
    </message>
    <message>
        <source>Whether the server sees that the expression leaves “%1” as it is.</source>
        <translation>Ob der Server erkennt, dass der Ausdruck „%1“ unverändert lässt.</translation>
    </message>
    <message>
        <source>What the function “%1” does.</source>
        <translation>Was die Funktion „%1“ tut.</translation>
    </message>
    <message>
        <source>Which partitions of “%1” the statement touches.</source>
        <translation>Welche Partitionen von „%1“ die Anweisung betrifft.</translation>
    </message>
    <message>
        <source>What the triggers of “%1” do.</source>
        <translation>Was die Trigger von „%1“ tun.</translation>
    </message>
    <message>
        <source>“%1” does not exist.</source>
        <translation>„%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“%1” exists already.</source>
        <translation>„%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>Rows of “%1” may not satisfy it.</source>
        <translation>Zeilen von „%1“ erfüllen dies vielleicht nicht.</translation>
    </message>
    <message>
        <source>Other objects depend on “%1”.</source>
        <translation>Andere Objekte hängen von „%1“ ab.</translation>
    </message>
    <message>
        <source>“%1” depends on “%2”.</source>
        <translation>„%1“ hängt von „%2“ ab.</translation>
    </message>
    <message>
        <source>“%1” is partitioned, and this does not work on partitioned tables.</source>
        <translation>„%1“ ist partitioniert, und mit partitionierten Tabellen geht dies nicht.</translation>
    </message>
    <message>
        <source>“%1” is a partition: its columns are those of its parent.</source>
        <translation>„%1“ ist eine Partition: Ihre Spalten sind die der übergeordneten Tabelle.</translation>
    </message>
    <message>
        <source>“%1” has a default partition: its partitions cannot be detached concurrently.</source>
        <translation>„%1“ hat eine Vorgabepartition: Ihre Partitionen lassen sich nicht mit CONCURRENTLY abtrennen.</translation>
    </message>
    <message>
        <source>The index “%1” cannot become a constraint: it must be unique and plain, without expressions, a condition or an order of its own.</source>
        <translation>Der Index „%1“ kann kein Constraint werden: Er muss eindeutig und einfach sein, ohne Ausdrücke, ohne Bedingung und ohne eigene Sortierung.</translation>
    </message>
    <message>
        <source>The column “%1” cannot be converted without a USING expression.</source>
        <translation>Die Spalte „%1“ lässt sich ohne einen USING-Ausdruck nicht umwandeln.</translation>
    </message>
    <message>
        <source>If “%1” is partitioned, this cannot run inside a transaction.</source>
        <translation>Ist „%1“ partitioniert, kann dies nicht in einer Transaktion laufen.</translation>
    </message>
    <message>
        <source>“%1” needs a unique index on columns, without a condition, to be refreshed concurrently.</source>
        <translation>„%1“ braucht einen eindeutigen Index auf Spalten, ohne Bedingung, um mit CONCURRENTLY aktualisiert zu werden.</translation>
    </message>
    <message>
        <source>“%1” has rows, and they would have no value of “%2”: this fails.</source>
        <translation>„%1“ hat Zeilen, und sie hätten keinen Wert für „%2“: Dies scheitert.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::PreferencesDialog</name>
    <message>
        <source>no limit</source>
        <translation>kein Limit</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n millisecond(s)</source>
        <translation>
            <numerusform>%n Millisekunde</numerusform>
            <numerusform>%n Millisekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie die Arbeitsumgebung</translation>
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
        <source>&amp;Theme:</source>
        <translation>&amp;Farbschema:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Sprache:</translation>
    </message>
    <message>
        <source>Takes effect when Whimbrel is started again.</source>
        <translation>Wird beim nächsten Start von Whimbrel wirksam.</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>&amp;Font:</source>
        <translation>Schrif&amp;tart:</translation>
    </message>
    <message>
        <source>&amp;Size:</source>
        <translation>&amp;Größe:</translation>
    </message>
    <message>
        <source>Desktop notifications</source>
        <translation>Desktop-Benachrichtigungen</translation>
    </message>
    <message>
        <source>When a run &amp;ends well</source>
        <translation>Wenn ein Lauf gut &amp;endet</translation>
    </message>
    <message>
        <source>When a run &amp;fails or is stopped</source>
        <translation>Wenn ein Lauf fehlsc&amp;hlägt oder gestoppt wird</translation>
    </message>
    <message>
        <source>Guards of a run</source>
        <translation>Schutzgrenzen eines Laufs</translation>
    </message>
    <message>
        <source>Wait for a lock:</source>
        <translation>Warten auf eine Sperre:</translation>
    </message>
    <message>
        <source>Longest statement:</source>
        <translation>Längste Anweisung:</translation>
    </message>
    <message>
        <source>Set under [guards] in whimbrel.toml, for everybody or for one environment.</source>
        <translation>In whimbrel.toml unter [guards] festgelegt, für alle oder für eine Umgebung.</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Waits for locks</source>
        <translation>Warten auf Sperren</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Others that wait because of a run are an incident from the run&apos;s stall budget on.</source>
        <translation>Andere, die wegen eines Laufs warten, sind ab dem Wartebudget des Laufs ein Vorfall.</translation>
    </message>
    <message>
        <source>&amp;Incident after:</source>
        <translation>&amp;Vorfall nach:</translation>
    </message>
</context>
<context>
    <name>Whimbrel::Probe</name>
    <message>
        <source>There is no connection to the database.</source>
        <translation>Es besteht keine Verbindung zur Datenbank.</translation>
    </message>
    <message>
        <source>This Whimbrel has no check “%1”.</source>
        <translation>Dieses Whimbrel kennt keine Prüfung „%1“.</translation>
    </message>
    <message>
        <source>The database did not answer this question: %1</source>
        <translation>Die Datenbank hat diese Frage nicht beantwortet: %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n d</numerusform>
            <numerusform>%n d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::ProbeResult</name>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>the probe&apos;s state “%1” is not known</source>
        <translation>der Zustand „%1“ der Prüfung ist nicht bekannt</translation>
    </message>
    <message>
        <source>the probe&apos;s time “%1” cannot be read</source>
        <translation>die Zeit „%1“ der Prüfung kann nicht gelesen werden</translation>
    </message>
</context>
<context>
    <name>Whimbrel::ProblemsModel</name>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a severity and a message</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
</context>
<context>
    <name>Whimbrel::ProblemsPane</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Problems (%1)</source>
        <translation>Probleme (%1)</translation>
    </message>
    <message>
        <source>Nothing is wrong with the project&apos;s files and pending migrations.</source>
        <translation>Mit den Dateien und ausstehenden Migrationen des Projekts ist alles in Ordnung.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::Process</name>
    <message>
        <source>%1 could not be started: %2.</source>
        <translation>%1 konnte nicht gestartet werden: %2.</translation>
    </message>
    <message>
        <source>Is it installed?</source>
        <translation>Ist es installiert?</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Gestoppt.</translation>
    </message>
    <message>
        <source>%1 crashed.</source>
        <translation>%1 ist abgestürzt.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::ProtectedBand</name>
    <message>
        <source>%1 is protected and read-only</source>
        <translation>%1 ist geschützt und nur lesbar</translation>
    </message>
    <message>
        <source>%1 is protected</source>
        <translation>%1 ist geschützt</translation>
    </message>
</context>
<context>
    <name>Whimbrel::ReasonDialog</name>
    <message>
        <source>&amp;Reason, kept in the release&apos;s log and report:</source>
        <translation>&amp;Begründung, bleibt im Protokoll und im Bericht des Releases:</translation>
    </message>
    <message>
        <source>&amp;Remark, kept in the release&apos;s log and report:</source>
        <translation>Be&amp;merkung, bleibt im Protokoll und im Bericht des Releases:</translation>
    </message>
</context>
<context>
    <name>Whimbrel::Recipe</name>
    <message>
        <source>A change of the schema alone.</source>
        <translation>Nur eine Änderung des Schemas.</translation>
    </message>
    <message>
        <source>A check that is proved while everybody works tells PostgreSQL that every row belongs there; without it ATTACH reads the table while nobody can use it. Build the parent&apos;s indexes on the table first.</source>
        <translation>Ein CHECK, der bewiesen wird, während alle arbeiten, zeigt PostgreSQL, dass jede Zeile dorthin gehört; ohne ihn liest ATTACH die Tabelle, während niemand sie nutzen kann. Zuerst die Indizes der übergeordneten Tabelle auf der Tabelle aufbauen.</translation>
    </message>
    <message>
        <source>a constant, or CURRENT_TIMESTAMP</source>
        <translation>eine Konstante oder CURRENT_TIMESTAMP</translation>
    </message>
    <message>
        <source>a constant, such as &apos;new&apos; or 0</source>
        <translation>eine Konstante, etwa &apos;new&apos; oder 0</translation>
    </message>
    <message>
        <source>A constraint that is checked while everybody works proves that there is no NULL; SET NOT NULL then has nothing to look at. Code that still writes NULL has to be gone before.</source>
        <translation>Ein Constraint, der geprüft wird, während alle arbeiten, beweist, dass es kein NULL gibt; SET NOT NULL muss dann nichts mehr prüfen. Code, der noch NULL schreibt, muss vorher verschwunden sein.</translation>
    </message>
    <message>
        <source>A value at the end of the list is a change of the catalog alone; anywhere else the table would be copied, which is refused here.</source>
        <translation>Ein Wert am Ende der Liste ändert nur den Katalog; an jeder anderen Stelle würde die Tabelle kopiert, was hier abgelehnt wird.</translation>
    </message>
    <message>
        <source>A view gives the table its new name first; when all code uses that, the table takes the view&apos;s place in one atomic RENAME.</source>
        <translation>Eine View gibt der Tabelle zuerst ihren neuen Namen; wenn aller Code ihn verwendet, tritt die Tabelle mit einem einzigen atomaren RENAME an die Stelle der View.</translation>
    </message>
    <message>
        <source>A view of the old name takes the table&apos;s place in the same transaction, with triggers that pass writes on. An INSERT through it gives every column: defaults of the table do not apply there.</source>
        <translation>Eine View mit dem alten Namen tritt in derselben Transaktion an die Stelle der Tabelle, mit Triggern, die das Schreiben weitergeben. Ein INSERT über sie gibt jede Spalte an: Vorgabewerte der Tabelle gelten dort nicht.</translation>
    </message>
    <message>
        <source>A view of the old name takes the table&apos;s place in the same transaction: PostgreSQL lets code read and write through it. Deploy the code that uses the new name, then drop the view.</source>
        <translation>Eine View mit dem alten Namen tritt in derselben Transaktion an die Stelle der Tabelle: PostgreSQL lässt Code über sie lesen und schreiben. Den Code ausliefern, der den neuen Namen verwendet, dann die View löschen.</translation>
    </message>
    <message>
        <source>Add a check without a scan under a lock</source>
        <translation>Einen CHECK anlegen, ohne die Tabelle unter einer Sperre zu lesen</translation>
    </message>
    <message>
        <source>Add a column that counts by itself</source>
        <translation>Eine Spalte anlegen, die von selbst zählt</translation>
    </message>
    <message>
        <source>Add a column that is computed from others</source>
        <translation>Eine Spalte anlegen, die aus anderen berechnet wird</translation>
    </message>
    <message>
        <source>Add a column that may be empty</source>
        <translation>Eine Spalte anlegen, die leer sein darf</translation>
    </message>
    <message>
        <source>Add a column whose default differs from row to row</source>
        <translation>Eine Spalte anlegen, deren Vorgabewert von Zeile zu Zeile verschieden ist</translation>
    </message>
    <message>
        <source>Add a column whose default is computed</source>
        <translation>Eine Spalte anlegen, deren Vorgabewert berechnet wird</translation>
    </message>
    <message>
        <source>Add a foreign key without a scan under a lock</source>
        <translation>Einen Fremdschlüssel anlegen, ohne die Tabelle unter einer Sperre zu lesen</translation>
    </message>
    <message>
        <source>Add a foreign key without copying the table</source>
        <translation>Einen Fremdschlüssel anlegen, ohne die Tabelle zu kopieren</translation>
    </message>
    <message>
        <source>Add a NOT NULL column in steps</source>
        <translation>Eine Spalte mit NOT NULL schrittweise anlegen</translation>
    </message>
    <message>
        <source>Add a NOT NULL column</source>
        <translation>Eine Spalte mit NOT NULL anlegen</translation>
    </message>
    <message>
        <source>Add a partition without stopping the parent</source>
        <translation>Eine Partition anlegen, ohne die übergeordnete Tabelle anzuhalten</translation>
    </message>
    <message>
        <source>Add a primary key while everybody works</source>
        <translation>Einen Primärschlüssel anlegen, während alle arbeiten</translation>
    </message>
    <message>
        <source>Add a primary key without blocking reads and writes</source>
        <translation>Einen Primärschlüssel anlegen, ohne Lesen und Schreiben zu blockieren</translation>
    </message>
    <message>
        <source>Add a unique constraint without blocking reads and writes</source>
        <translation>Einen eindeutigen Constraint anlegen, ohne Lesen und Schreiben zu blockieren</translation>
    </message>
    <message>
        <source>Add a unique constraint without blocking writes</source>
        <translation>Einen eindeutigen Constraint anlegen, ohne Schreiben zu blockieren</translation>
    </message>
    <message>
        <source>Add a value to an enum column</source>
        <translation>Einer Enum-Spalte einen Wert hinzufügen</translation>
    </message>
    <message>
        <source>Add a value to an enum</source>
        <translation>Einem Enum einen Wert hinzufügen</translation>
    </message>
    <message>
        <source>ADD PRIMARY KEY scans the table twice while nobody can use it. Here the columns are proved free of NULL, the index is built concurrently, and the key takes it over for a moment&apos;s lock.</source>
        <translation>ADD PRIMARY KEY liest die Tabelle zweimal vollständig, während niemand sie nutzen kann. Hier wird bewiesen, dass die Spalten kein NULL enthalten, der Index wird mit CONCURRENTLY aufgebaut, und der Schlüssel übernimmt ihn mit einer Sperre von einem Augenblick.</translation>
    </message>
    <message>
        <source>ADD UNIQUE builds its index while nobody can use the table; here the index is built first, concurrently, and the constraint takes it over. Duplicates are counted before anything changes. CREATE INDEX CONCURRENTLY cannot run in a transaction and leaves an invalid index behind where it fails; so what an earlier try left is dropped first, and the result is looked at afterwards. If the build fails, undo the first migration and apply it again.</source>
        <translation>ADD UNIQUE baut seinen Index auf, während niemand die Tabelle nutzen kann; hier wird der Index zuerst mit CONCURRENTLY aufgebaut, und der Constraint übernimmt ihn. Duplikate werden gezählt, bevor sich etwas ändert. CREATE INDEX CONCURRENTLY kann nicht in einer Transaktion laufen und lässt einen ungültigen Index zurück, wo es scheitert; daher wird zuerst gelöscht, was ein früherer Versuch hinterlassen hat, und das Ergebnis danach geprüft. Scheitert der Aufbau, die erste Migration rückgängig machen und erneut anwenden.</translation>
    </message>
    <message>
        <source>Adding a column with a volatile default, such as gen_random_uuid(), rewrites the table while nobody can use it. Here new rows get the default at once, and the rows there are get it in batches.</source>
        <translation>Eine Spalte mit einem volatilen Vorgabewert wie gen_random_uuid() anzulegen schreibt die Tabelle neu, während niemand sie nutzen kann. Hier bekommen neue Zeilen den Vorgabewert sofort und die vorhandenen stapelweise.</translation>
    </message>
    <message>
        <source>Adding a column with an expression for a default copies the table. Here the rows there are get it in batches, and the default is set for the rows to come.</source>
        <translation>Eine Spalte mit einem Ausdruck als Vorgabewert anzulegen kopiert die Tabelle. Hier bekommen ihn die vorhandenen Zeilen stapelweise, und für die künftigen wird der Vorgabewert gesetzt.</translation>
    </message>
    <message>
        <source>Adding a serial or identity column rewrites the table while nobody can use it. Here the sequence and the default come first, the rows there are get their numbers in batches, and then NULL is forbidden without a scan under a lock.</source>
        <translation>Eine Spalte mit serial oder identity anzulegen schreibt die Tabelle neu, während niemand sie nutzen kann. Hier kommen zuerst die Sequenz und der Vorgabewert, die vorhandenen Zeilen bekommen ihre Nummern stapelweise, und dann wird NULL verboten, ohne die Tabelle unter einer Sperre zu lesen.</translation>
    </message>
    <message>
        <source>Adding a stored generated column rewrites the table while nobody can use it. Here a trigger computes the column for the rows that are written, and the others get it in batches.</source>
        <translation>Eine gespeicherte generierte Spalte anzulegen schreibt die Tabelle neu, während niemand sie nutzen kann. Hier berechnet ein Trigger die Spalte für die Zeilen, die geschrieben werden, und die übrigen bekommen sie stapelweise.</translation>
    </message>
    <message>
        <source>all its partitions (those that hold rows)</source>
        <translation>alle ihre Partitionen (die Zeilen enthalten)</translation>
    </message>
    <message>
        <source>ALTER TYPE rewrites the table and its indexes while nobody can use it. Here a column of the new type is kept in step by a trigger and filled in batches; then the two change names in one short transaction. Indexes and constraints of the column have to be made for the new one before that.</source>
        <translation>ALTER TYPE schreibt die Tabelle und ihre Indizes neu, während niemand sie nutzen kann. Hier wird eine Spalte vom neuen Typ durch einen Trigger gleich gehalten und stapelweise gefüllt; dann tauschen die beiden in einer kurzen Transaktion die Namen. Indizes und Constraints der Spalte müssen vorher für die neue angelegt werden.</translation>
    </message>
    <message>
        <source>Asks for it in words: where the server could not build the index beside the work that goes on, it refuses instead of blocking writes.</source>
        <translation>Verlangt es ausdrücklich: Wo der Server den Index nicht neben der laufenden Arbeit aufbauen könnte, lehnt er ab, statt Schreiben zu blockieren.</translation>
    </message>
    <message>
        <source>Asks for the algorithm and the lock in words: where the server could not do it that way, it refuses at once instead of copying the table or blocking writes.</source>
        <translation>Verlangt Algorithmus und Sperre ausdrücklich: Wo der Server es so nicht tun könnte, lehnt er sofort ab, statt die Tabelle zu kopieren oder Schreiben zu blockieren.</translation>
    </message>
    <message>
        <source>Attach a partition without a scan under a lock</source>
        <translation>Eine Partition anhängen, ohne die Tabelle unter einer Sperre zu lesen</translation>
    </message>
    <message>
        <source>Both in one statement: without a key in between, the server would copy the table and row-based replication would be slow.</source>
        <translation>Beides in einer Anweisung: Ohne Schlüssel dazwischen würde der Server die Tabelle kopieren, und die zeilenbasierte Replikation wäre langsam.</translation>
    </message>
    <message>
        <source>Build a table anew</source>
        <translation>Eine Tabelle neu aufbauen</translation>
    </message>
    <message>
        <source>Build a unique index without blocking writes</source>
        <translation>Einen eindeutigen Index aufbauen, ohne Schreiben zu blockieren</translation>
    </message>
    <message>
        <source>Build a unique index</source>
        <translation>Einen eindeutigen Index aufbauen</translation>
    </message>
    <message>
        <source>Build an index without blocking writes</source>
        <translation>Einen Index aufbauen, ohne Schreiben zu blockieren</translation>
    </message>
    <message>
        <source>Build an index</source>
        <translation>Einen Index aufbauen</translation>
    </message>
    <message>
        <source>Builds the table anew beside the work that goes on, or refuses. The columns have to be NOT NULL.</source>
        <translation>Baut die Tabelle neben der laufenden Arbeit neu auf oder lehnt ab. Die Spalten müssen NOT NULL sein.</translation>
    </message>
    <message>
        <source>Change a column&apos;s type through a new column</source>
        <translation>Den Typ einer Spalte über eine neue Spalte ändern</translation>
    </message>
    <message>
        <source>Change a table, or be refused</source>
        <translation>Eine Tabelle schonend ändern oder gar nicht</translation>
    </message>
    <message>
        <source>Change many rows in batches</source>
        <translation>Viele Zeilen stapelweise ändern</translation>
    </message>
    <message>
        <source>Changes only the catalog, and says so: where the server could not do it at once, it refuses instead of copying the table.</source>
        <translation>Ändert nur den Katalog und verlangt das ausdrücklich: Wo der Server es nicht sofort tun könnte, lehnt er ab, statt die Tabelle zu kopieren.</translation>
    </message>
    <message>
        <source>Changes only the catalog: no row is read or written. A default has to be a constant or a stable function such as now(); for one that differs from row to row use add-column-with-default.</source>
        <translation>Ändert nur den Katalog: Keine Zeile wird gelesen oder geschrieben. Ein Vorgabewert muss eine Konstante oder eine stabile Funktion wie now() sein; für einen, der von Zeile zu Zeile verschieden ist, add-column-with-default verwenden.</translation>
    </message>
    <message>
        <source>Changes only the schema: no row is read or written. A default has to be a constant.</source>
        <translation>Ändert nur das Schema: Keine Zeile wird gelesen oder geschrieben. Ein Vorgabewert muss eine Konstante sein.</translation>
    </message>
    <message>
        <source>Check a constraint&apos;s rows in a transaction of its own</source>
        <translation>Die Zeilen eines Constraints in einer eigenen Transaktion prüfen</translation>
    </message>
    <message>
        <source>Code that runs knows the old name, so a plain rename breaks it. Here the new column comes beside the old one and a trigger keeps both in step, whichever is written, until the code has moved. Indexes and constraints of the old column have to be made for the new one by recipes of their own before the last step.</source>
        <translation>Laufender Code kennt den alten Namen, daher würde ihn ein einfaches Umbenennen scheitern lassen. Hier kommt die neue Spalte neben die alte, und ein Trigger hält beide gleich, welche auch geschrieben wird, bis der Code umgestellt ist. Indizes und Constraints der alten Spalte müssen vor dem letzten Schritt mit eigenen Rezepten für die neue angelegt werden.</translation>
    </message>
    <message>
        <source>Code that runs knows the old name, so a plain rename breaks it. Here the new column comes beside the old one and triggers keep both in step, whichever is written, until the code has moved. A migration holds one change of the schema, because each commits by itself.</source>
        <translation>Laufender Code kennt den alten Namen, daher würde ihn ein einfaches Umbenennen scheitern lassen. Hier kommt die neue Spalte neben die alte, und Trigger halten beide gleich, welche auch geschrieben wird, bis der Code umgestellt ist. Eine Migration enthält eine einzige Schemaänderung, weil jede für sich mit COMMIT abschließt.</translation>
    </message>
    <message>
        <source>Code that runs knows the old name, so a plain rename breaks it. Here the new column comes beside the old one and triggers keep both in step, whichever is written, until the code has moved. Indexes, views and constraints of the old column have to be settled before the last step.</source>
        <translation>Laufender Code kennt den alten Namen, daher würde ihn ein einfaches Umbenennen scheitern lassen. Hier kommt die neue Spalte neben die alte, und Trigger halten beide gleich, welche auch geschrieben wird, bis der Code umgestellt ist. Indizes, Views und Constraints der alten Spalte müssen vor dem letzten Schritt bereinigt werden.</translation>
    </message>
    <message>
        <source>Counts the rows that must not be there and fails with their number, before anything changes.</source>
        <translation>Zählt die Zeilen, die es nicht geben darf, und scheitert mit ihrer Anzahl, bevor sich etwas ändert.</translation>
    </message>
    <message>
        <source>CREATE INDEX CONCURRENTLY cannot run in a transaction and leaves an invalid index behind where it fails; so what an earlier try left is dropped first, and the result is looked at afterwards. If the build fails, undo the first migration and apply it again.</source>
        <translation>CREATE INDEX CONCURRENTLY kann nicht in einer Transaktion laufen und lässt einen ungültigen Index zurück, wo es scheitert; daher wird zuerst gelöscht, was ein früherer Versuch hinterlassen hat, und das Ergebnis danach geprüft. Scheitert der Aufbau, die erste Migration rückgängig machen und erneut anwenden.</translation>
    </message>
    <message>
        <source>CREATE INDEX on a partitioned table locks every partition until all are built, and CONCURRENTLY is refused there. Here the parent&apos;s index comes empty, each partition&apos;s is built concurrently, and then they are attached: the parent&apos;s turns valid with the last one. To undo it, undo all of it.</source>
        <translation>CREATE INDEX auf einer partitionierten Tabelle sperrt jede Partition, bis alle aufgebaut sind, und CONCURRENTLY wird dort abgelehnt. Hier wird der Index der übergeordneten Tabelle leer angelegt, der jeder Partition mit CONCURRENTLY aufgebaut, und dann werden sie angehängt: Mit dem letzten wird der Index der übergeordneten Tabelle gültig. Wer es rückgängig macht, muss alles davon rückgängig machen.</translation>
    </message>
    <message>
        <source>CREATE TABLE … PARTITION OF locks the parent against everything; a table that is made by itself and then attached does not.</source>
        <translation>CREATE TABLE … PARTITION OF sperrt die übergeordnete Tabelle gegen alles; eine Tabelle, die für sich angelegt und dann angehängt wird, tut das nicht.</translation>
    </message>
    <message>
        <source>Detach a partition without stopping the parent</source>
        <translation>Eine Partition abtrennen, ohne die übergeordnete Tabelle anzuhalten</translation>
    </message>
    <message>
        <source>DETACH locks the parent against everything; concurrently it waits without keeping anybody. Refused where there is a default partition.</source>
        <translation>DETACH sperrt die übergeordnete Tabelle gegen alles; mit CONCURRENTLY wartet es, ohne jemanden aufzuhalten. Wird abgelehnt, wo es eine Vorgabepartition gibt.</translation>
    </message>
    <message>
        <source>Drop a column in its order</source>
        <translation>Eine Spalte in geordneten Schritten löschen</translation>
    </message>
    <message>
        <source>Drop a table in its order</source>
        <translation>Eine Tabelle in geordneten Schritten löschen</translation>
    </message>
    <message>
        <source>Drop an index after trying without it</source>
        <translation>Einen Index erst stilllegen, dann löschen</translation>
    </message>
    <message>
        <source>Drop an index without blocking reads and writes</source>
        <translation>Einen Index löschen, ohne Lesen und Schreiben zu blockieren</translation>
    </message>
    <message>
        <source>Drop an index</source>
        <translation>Einen Index löschen</translation>
    </message>
    <message>
        <source>DROP INDEX locks the table against everything for a moment, and waits for whoever uses it while others wait behind; concurrently it waits without keeping anybody.</source>
        <translation>DROP INDEX sperrt die Tabelle für einen Augenblick gegen alles und wartet auf alle, die sie nutzen, während andere dahinter warten; mit CONCURRENTLY wartet es, ohne jemanden aufzuhalten.</translation>
    </message>
    <message>
        <source>Duplicates are counted before anything changes. CREATE INDEX CONCURRENTLY cannot run in a transaction and leaves an invalid index behind where it fails; so what an earlier try left is dropped first, and the result is looked at afterwards. If the build fails, undo the first migration and apply it again.</source>
        <translation>Duplikate werden gezählt, bevor sich etwas ändert. CREATE INDEX CONCURRENTLY kann nicht in einer Transaktion laufen und lässt einen ungültigen Index zurück, wo es scheitert; daher wird zuerst gelöscht, was ein früherer Versuch hinterlassen hat, und das Ergebnis danach geprüft. Scheitert der Aufbau, die erste Migration rückgängig machen und erneut anwenden.</translation>
    </message>
    <message>
        <source>Fails, and changes nothing, where there are duplicates.</source>
        <translation>Scheitert und ändert nichts, wo es Duplikate gibt.</translation>
    </message>
    <message>
        <source>First the code stops using it and the column stops asking for a value; its foreign key and its index go, without which the server would copy the table; then the column goes, with its values. Undone, the column comes back empty.</source>
        <translation>Zuerst hört der Code auf, die Spalte zu verwenden, und sie verlangt keinen Wert mehr; ihr Fremdschlüssel und ihr Index werden gelöscht, weil der Server sonst die Tabelle kopieren würde; dann geht die Spalte mit ihren Werten. Rückgängig gemacht, kommt die Spalte leer zurück.</translation>
    </message>
    <message>
        <source>First the code stops using it and the column stops asking for a value; its foreign keys go one by one, because each also locks the table it refers to; then the column goes, with its values. Undone, the column comes back empty.</source>
        <translation>Zuerst hört der Code auf, die Spalte zu verwenden, und sie verlangt keinen Wert mehr; ihre Fremdschlüssel werden einzeln gelöscht, weil jeder auch die Tabelle sperrt, auf die er verweist; dann geht die Spalte mit ihren Werten. Rückgängig gemacht, kommt die Spalte leer zurück.</translation>
    </message>
    <message>
        <source>First the code stops using it; then the indexes it is in go, without which SQLite refuses; then the column goes, with its values. Undone, the column comes back empty. One that is NOT NULL without a default, unique or in a foreign key takes rebuild-table instead.</source>
        <translation>Zuerst hört der Code auf, die Spalte zu verwenden; dann werden die Indizes gelöscht, in denen sie steht, weil SQLite sonst ablehnt; dann geht die Spalte mit ihren Werten. Rückgängig gemacht, kommt die Spalte leer zurück. Ist sie NOT NULL ohne Vorgabewert, eindeutig oder Teil eines Fremdschlüssels, braucht es stattdessen rebuild-table.</translation>
    </message>
    <message>
        <source>First the table is renamed, which breaks what still uses it while everything is still there to be brought back; its foreign keys go one by one, because each also locks the table it refers to; then the table goes. Undone, it comes back empty.</source>
        <translation>Zuerst wird die Tabelle umbenannt, womit scheitert, was sie noch verwendet, solange sich alles noch zurückholen lässt; ihre Fremdschlüssel werden einzeln gelöscht, weil jeder auch die Tabelle sperrt, auf die er verweist; dann geht die Tabelle. Rückgängig gemacht, kommt sie leer zurück.</translation>
    </message>
    <message>
        <source>First the table is renamed, which breaks what still uses it while everything is still there to be brought back; then it goes. Undone, it comes back empty.</source>
        <translation>Zuerst wird die Tabelle umbenannt, womit scheitert, was sie noch verwendet, solange sich alles noch zurückholen lässt; dann geht sie. Rückgängig gemacht, kommt sie leer zurück.</translation>
    </message>
    <message>
        <source>For what the server does not run in a transaction, or what has to be committed before the rest can use it.</source>
        <translation>Für das, was der Server nicht in einer Transaktion ausführt oder was mit COMMIT abgeschlossen sein muss, bevor das Übrige es verwenden kann.</translation>
    </message>
    <message>
        <source>Forbid NULL in a column without a scan under a lock</source>
        <translation>NULL in einer Spalte verbieten, ohne die Tabelle unter einer Sperre zu lesen</translation>
    </message>
    <message>
        <source>Forbid NULL in a column without blocking writes</source>
        <translation>NULL in einer Spalte verbieten, ohne Schreiben zu blockieren</translation>
    </message>
    <message>
        <source>Forbid NULL through a new column</source>
        <translation>NULL über eine neue Spalte verbieten</translation>
    </message>
    <message>
        <source>further columns to keep in the index (INCLUDE)</source>
        <translation>weitere Spalten, die der Index enthalten soll (INCLUDE)</translation>
    </message>
    <message>
        <source>Give a statement a migration of its own</source>
        <translation>Einer Anweisung eine eigene Migration geben</translation>
    </message>
    <message>
        <source>Give a table another primary key</source>
        <translation>Einer Tabelle einen anderen Primärschlüssel geben</translation>
    </message>
    <message>
        <source>how a new value becomes one of the old type, for code that still runs</source>
        <translation>wie aus einem neuen Wert einer vom alten Typ wird, für noch laufenden Code</translation>
    </message>
    <message>
        <source>how a value becomes one of the new type</source>
        <translation>wie aus einem Wert einer vom neuen Typ wird</translation>
    </message>
    <message>
        <source>how it may be done</source>
        <translation>wie es geschehen darf</translation>
    </message>
    <message>
        <source>Index a partitioned table without blocking writes</source>
        <translation>Eine partitionierte Tabelle indizieren, ohne Schreiben zu blockieren</translation>
    </message>
    <message>
        <source>its bound, to undo it</source>
        <translation>ihre Grenze, für den Rückweg</translation>
    </message>
    <message>
        <source>its columns and constraints as CREATE TABLE has them, to undo it</source>
        <translation>ihre Spalten und Constraints, wie sie in CREATE TABLE stehen, für den Rückweg</translation>
    </message>
    <message>
        <source>its columns that refer, in order</source>
        <translation>ihre verweisenden Spalten, der Reihe nach</translation>
    </message>
    <message>
        <source>its columns</source>
        <translation>ihre Spalten</translation>
    </message>
    <message>
        <source>its columns, to build it again when this is undone</source>
        <translation>seine Spalten, um ihn neu aufzubauen, wenn dies rückgängig gemacht wird</translation>
    </message>
    <message>
        <source>its columns, to undo it</source>
        <translation>ihre Spalten, für den Rückweg</translation>
    </message>
    <message>
        <source>its condition, if it is partial</source>
        <translation>seine Bedingung, wenn er partiell ist</translation>
    </message>
    <message>
        <source>its default, a constant, if it has one</source>
        <translation>ihr Vorgabewert, eine Konstante, wenn sie einen hat</translation>
    </message>
    <message>
        <source>its default, if it has one</source>
        <translation>ihr Vorgabewert, wenn sie einen hat</translation>
    </message>
    <message>
        <source>its default, if it has one, to undo it</source>
        <translation>ihr Vorgabewert, wenn sie einen hat, für den Rückweg</translation>
    </message>
    <message>
        <source>its key, to build it again when this is undone</source>
        <translation>sein Schlüssel, um ihn neu aufzubauen, wenn dies rückgängig gemacht wird</translation>
    </message>
    <message>
        <source>its method, if it is not btree</source>
        <translation>seine Methode, wenn sie nicht btree ist</translation>
    </message>
    <message>
        <source>its primary key</source>
        <translation>ihr Primärschlüssel</translation>
    </message>
    <message>
        <source>its type now: enum(&apos;a&apos;,&apos;b&apos;)</source>
        <translation>ihr jetziger Typ: enum(&apos;a&apos;,&apos;b&apos;)</translation>
    </message>
    <message>
        <source>its type</source>
        <translation>ihr Typ</translation>
    </message>
    <message>
        <source>its type, to undo it</source>
        <translation>ihr Typ, für den Rückweg</translation>
    </message>
    <message>
        <source>its type, with character set and collation as they are</source>
        <translation>ihr Typ, mit unverändertem Zeichensatz und unveränderter Sortierfolge</translation>
    </message>
    <message>
        <source>Make columns unique by an index</source>
        <translation>Spalten durch einen Index eindeutig machen</translation>
    </message>
    <message>
        <source>Merge two columns into one while old and new code run</source>
        <translation>Zwei Spalten zu einer verbinden, während alter und neuer Code laufen</translation>
    </message>
    <message>
        <source>MODIFY builds the whole table anew, and replicas do so afterwards while they stand still. Here a column that is NOT NULL from the start is kept in step by triggers and filled in batches; then the two change names in one statement. Indexes and constraints have to be made for the new column before the switch.</source>
        <translation>MODIFY baut die ganze Tabelle neu auf, und Repliken tun das danach ebenfalls und stehen währenddessen still. Hier wird eine Spalte, die von Anfang an NOT NULL ist, durch Trigger gleich gehalten und stapelweise gefüllt; dann tauschen die beiden in einer Anweisung die Namen. Indizes und Constraints müssen vor dem Tausch für die neue Spalte angelegt werden.</translation>
    </message>
    <message>
        <source>MODIFY copies the table while nobody can write to it. Here a column of the new type is kept in step by triggers and filled in batches; then the two change names in one statement. Values become the new type as an assignment makes them; indexes and constraints have to be made for the new column before the switch.</source>
        <translation>MODIFY kopiert die Tabelle, während niemand in sie schreiben kann. Hier wird eine Spalte vom neuen Typ durch Trigger gleich gehalten und stapelweise gefüllt; dann tauschen die beiden in einer Anweisung die Namen. Werte werden so in den neuen Typ umgewandelt, wie es eine Zuweisung tut; Indizes und Constraints müssen vor dem Tausch für die neue Spalte angelegt werden.</translation>
    </message>
    <message>
        <source>One statement to any tool; Whimbrel runs it a batch at a time, each in a transaction of its own. The condition has to leave out the rows that are done.</source>
        <translation>Für jedes Werkzeug eine einzige Anweisung; Whimbrel führt sie stapelweise aus, jeden Stapel in einer eigenen Transaktion. Die Bedingung muss die Zeilen auslassen, die schon fertig sind.</translation>
    </message>
    <message>
        <source>Orphans are counted before anything changes; the constraint is added for the rows to come and then checked while everybody works. An index on its columns is built first, unless there is one: without it every DELETE in the referenced table scans this one.</source>
        <translation>Verwaiste Zeilen werden gezählt, bevor sich etwas ändert; der Constraint wird für die künftigen Zeilen angelegt und dann geprüft, während alle arbeiten. Zuerst wird ein Index auf seinen Spalten aufgebaut, sofern es keinen gibt: Ohne ihn liest jedes DELETE in der Zieltabelle diese Tabelle vollständig.</translation>
    </message>
    <message>
        <source>Other connections cannot write while it is built: one writer at a time is all that SQLite knows. Duplicates are counted before anything changes.</source>
        <translation>Andere Verbindungen können nicht schreiben, während er aufgebaut wird: SQLite kennt immer nur einen Schreibenden zugleich. Duplikate werden gezählt, bevor sich etwas ändert.</translation>
    </message>
    <message>
        <source>Other connections cannot write while it is built: one writer at a time is all that SQLite knows.</source>
        <translation>Andere Verbindungen können nicht schreiben, während er aufgebaut wird: SQLite kennt immer nur einen Schreibenden zugleich.</translation>
    </message>
    <message>
        <source>PostgreSQL 18 knows NOT NULL as a constraint, which can be added first and checked later while everybody works. Code that still writes NULL has to be gone before.</source>
        <translation>PostgreSQL 18 kennt NOT NULL als Constraint, der sich zuerst anlegen und später prüfen lässt, während alle arbeiten. Code, der noch NULL schreibt, muss vorher verschwunden sein.</translation>
    </message>
    <message>
        <source>Refuse to go on while there are bad rows</source>
        <translation>Nicht weitermachen, solange es falsche Zeilen gibt</translation>
    </message>
    <message>
        <source>Rename a column while both names work</source>
        <translation>Eine Spalte umbenennen, während beide Namen gelten</translation>
    </message>
    <message>
        <source>Rename a table while both names work</source>
        <translation>Eine Tabelle umbenennen, während beide Namen gelten</translation>
    </message>
    <message>
        <source>Rows that break the rule are counted before anything changes; the constraint is added for the rows to come and then checked while everybody works.</source>
        <translation>Zeilen, die die Regel verletzen, werden gezählt, bevor sich etwas ändert; der Constraint wird für die künftigen Zeilen angelegt und dann geprüft, während alle arbeiten.</translation>
    </message>
    <message>
        <source>Split a column into two while old and new code run</source>
        <translation>Eine Spalte in zwei aufteilen, während alter und neuer Code laufen</translation>
    </message>
    <message>
        <source>SQLite adds no column with a computed default. Here the column comes empty, a trigger gives it to the rows to come, and the rows there are get it in batches.</source>
        <translation>SQLite fügt keine Spalte mit berechnetem Vorgabewert hinzu. Hier kommt die Spalte leer, ein Trigger gibt künftigen Zeilen den Wert, und die vorhandenen bekommen ihn stapelweise.</translation>
    </message>
    <message>
        <source>Takes no lock on any table. The value cannot be used before the migration has committed, so nothing else stands in it; and it cannot be taken away again.</source>
        <translation>Nimmt keine Sperre auf einer Tabelle. Der Wert lässt sich erst nach dem COMMIT der Migration verwenden, daher steht nichts anderes darin; und er lässt sich nicht wieder entfernen.</translation>
    </message>
    <message>
        <source>the action that undoes it</source>
        <translation>die Aktion, die das rückgängig macht</translation>
    </message>
    <message>
        <source>the bound, such as FROM (&apos;2026-01-01&apos;) TO (&apos;2026-02-01&apos;)</source>
        <translation>die Grenze, zum Beispiel FROM (&apos;2026-01-01&apos;) TO (&apos;2026-02-01&apos;)</translation>
    </message>
    <message>
        <source>the column by which rows are taken in batches, usually the primary key</source>
        <translation>die Spalte, nach der die Zeilen stapelweise genommen werden, meist der Primärschlüssel</translation>
    </message>
    <message>
        <source>The column comes empty but with a default, so that code which does not know it can go on inserting; the rows there are are filled in batches, and only then is NULL forbidden, without a scan under a lock. Deploy the code that writes the column before the constraint.</source>
        <translation>Die Spalte kommt leer, aber mit einem Vorgabewert, damit Code, der sie nicht kennt, weiter einfügen kann; die vorhandenen Zeilen werden stapelweise gefüllt, und erst dann wird NULL verboten, ohne die Tabelle unter einer Sperre zu durchsuchen. Den Code, der die Spalte schreibt, vor dem Constraint ausliefern.</translation>
    </message>
    <message>
        <source>the column that may not be NULL any more</source>
        <translation>die Spalte, die nicht mehr NULL sein darf</translation>
    </message>
    <message>
        <source>the column to split</source>
        <translation>die zu teilende Spalte</translation>
    </message>
    <message>
        <source>the column</source>
        <translation>die Spalte</translation>
    </message>
    <message>
        <source>the columns it is computed from</source>
        <translation>die Spalten, aus denen sie berechnet wird</translation>
    </message>
    <message>
        <source>the columns of the key</source>
        <translation>die Spalten des Schlüssels</translation>
    </message>
    <message>
        <source>the columns or expressions of the key</source>
        <translation>die Spalten oder Ausdrücke des Schlüssels</translation>
    </message>
    <message>
        <source>the columns or expressions of the key, such as customer_id, lower(email)</source>
        <translation>die Spalten oder Ausdrücke des Schlüssels, zum Beispiel customer_id, lower(email)</translation>
    </message>
    <message>
        <source>the columns that are filled from the old table</source>
        <translation>die Spalten, die aus der alten Tabelle gefüllt werden</translation>
    </message>
    <message>
        <source>the columns that are to be unique together</source>
        <translation>die Spalten, die zusammen eindeutig sein sollen</translation>
    </message>
    <message>
        <source>the columns they refer to, in order</source>
        <translation>die Spalten, auf die sie verweisen, der Reihe nach</translation>
    </message>
    <message>
        <source>the column’s default, if it has one</source>
        <translation>der Vorgabewert der Spalte, falls sie einen hat</translation>
    </message>
    <message>
        <source>the column’s name now</source>
        <translation>der jetzige Name der Spalte</translation>
    </message>
    <message>
        <source>the column’s type</source>
        <translation>der Typ der Spalte</translation>
    </message>
    <message>
        <source>the condition of a partial index</source>
        <translation>die Bedingung eines partiellen Index</translation>
    </message>
    <message>
        <source>the constraint</source>
        <translation>der Constraint</translation>
    </message>
    <message>
        <source>the constraint’s name</source>
        <translation>der Name des Constraints</translation>
    </message>
    <message>
        <source>the default, a constant such as &apos;active&apos;</source>
        <translation>der Vorgabewert, eine Konstante wie &apos;active&apos;</translation>
    </message>
    <message>
        <source>the default, such as gen_random_uuid()</source>
        <translation>der Vorgabewert, zum Beispiel gen_random_uuid()</translation>
    </message>
    <message>
        <source>the default, such as UUID()</source>
        <translation>der Vorgabewert, zum Beispiel UUID()</translation>
    </message>
    <message>
        <source>the enum</source>
        <translation>das Enum</translation>
    </message>
    <message>
        <source>the first of the two columns</source>
        <translation>die erste der beiden Spalten</translation>
    </message>
    <message>
        <source>the first one, made of the whole</source>
        <translation>der erste Wert, gebildet aus dem Ganzen</translation>
    </message>
    <message>
        <source>the foreign key as ADD CONSTRAINT has it, to undo it: FOREIGN KEY (c) REFERENCES p (id)</source>
        <translation>der Fremdschlüssel, wie er in ADD CONSTRAINT steht, für den Rückweg: FOREIGN KEY (c) REFERENCES p (id)</translation>
    </message>
    <message>
        <source>the further columns it holds (INCLUDE)</source>
        <translation>die weiteren Spalten, die er enthält (INCLUDE)</translation>
    </message>
    <message>
        <source>the index method, if it is not btree</source>
        <translation>die Indexmethode, wenn nicht btree</translation>
    </message>
    <message>
        <source>the index</source>
        <translation>der Index</translation>
    </message>
    <message>
        <source>the index&apos;s key, to undo it</source>
        <translation>der Schlüssel des Index, für den Rückweg</translation>
    </message>
    <message>
        <source>the index’s name</source>
        <translation>der Name des Index</translation>
    </message>
    <message>
        <source>the index’s table</source>
        <translation>die Tabelle des Index</translation>
    </message>
    <message>
        <source>the key’s columns</source>
        <translation>die Spalten des Schlüssels</translation>
    </message>
    <message>
        <source>the name it is to have</source>
        <translation>der künftige Name</translation>
    </message>
    <message>
        <source>the name of its foreign key, if it has one</source>
        <translation>der Name ihres Fremdschlüssels, falls sie einen hat</translation>
    </message>
    <message>
        <source>the name of the check that stands in for NOT NULL when this is undone</source>
        <translation>der Name des CHECK-Constraints, der auf dem Rückweg NOT NULL vertritt</translation>
    </message>
    <message>
        <source>the name of the check</source>
        <translation>der Name des CHECK-Constraints</translation>
    </message>
    <message>
        <source>the name of the constraint and its index</source>
        <translation>der Name des Constraints und seines Index</translation>
    </message>
    <message>
        <source>the name of the constraint that stands in for NOT NULL meanwhile</source>
        <translation>der Name des Constraints, der NOT NULL inzwischen vertritt</translation>
    </message>
    <message>
        <source>the name of the index it is in, if it is in one</source>
        <translation>der Name des Index, in dem sie vorkommt, falls es einen gibt</translation>
    </message>
    <message>
        <source>the name of the key and its index</source>
        <translation>der Name des Schlüssels und seines Index</translation>
    </message>
    <message>
        <source>the names of its foreign keys</source>
        <translation>die Namen ihrer Fremdschlüssel</translation>
    </message>
    <message>
        <source>the names of the indexes it is in</source>
        <translation>die Namen der Indizes, in denen sie vorkommt</translation>
    </message>
    <message>
        <source>The new column comes beside the old ones and a trigger keeps all in step, whichever is written, until the code has moved.</source>
        <translation>Die neue Spalte kommt neben die alten, und ein Trigger hält alle gleich, egal in welche geschrieben wird, bis der Code umgestellt ist.</translation>
    </message>
    <message>
        <source>The new column comes beside the old ones and triggers keep all in step, whichever is written, until the code has moved.</source>
        <translation>Die neue Spalte kommt neben die alten, und Trigger halten alle gleich, egal in welche geschrieben wird, bis der Code umgestellt ist.</translation>
    </message>
    <message>
        <source>the new column</source>
        <translation>die neue Spalte</translation>
    </message>
    <message>
        <source>the new column’s name</source>
        <translation>der Name der neuen Spalte</translation>
    </message>
    <message>
        <source>the new column’s type</source>
        <translation>der Typ der neuen Spalte</translation>
    </message>
    <message>
        <source>the new column’s type, such as varchar(20)</source>
        <translation>der Typ der neuen Spalte, zum Beispiel varchar(20)</translation>
    </message>
    <message>
        <source>The new key&apos;s index is built concurrently and takes the old key&apos;s place in one short transaction. Foreign keys that refer to the old key have to go first. The old columns stay NOT NULL.</source>
        <translation>Der Index des neuen Schlüssels wird mit CONCURRENTLY aufgebaut und tritt in einer kurzen Transaktion an die Stelle des alten Schlüssels. Fremdschlüssel, die auf den alten Schlüssel verweisen, müssen zuerst entfernt werden. Die alten Spalten bleiben NOT NULL.</translation>
    </message>
    <message>
        <source>the new key’s columns</source>
        <translation>die Spalten des neuen Schlüssels</translation>
    </message>
    <message>
        <source>the new key’s name</source>
        <translation>der Name des neuen Schlüssels</translation>
    </message>
    <message>
        <source>the new partition</source>
        <translation>die neue Partition</translation>
    </message>
    <message>
        <source>the new value</source>
        <translation>der neue Wert</translation>
    </message>
    <message>
        <source>the old key’s columns, to undo it</source>
        <translation>die Spalten des alten Schlüssels, für den Rückweg</translation>
    </message>
    <message>
        <source>the old key’s name</source>
        <translation>der Name des alten Schlüssels</translation>
    </message>
    <message>
        <source>the partition</source>
        <translation>die Partition</translation>
    </message>
    <message>
        <source>the partitioned table</source>
        <translation>die partitionierte Tabelle</translation>
    </message>
    <message>
        <source>the rows that are to do, such as status IS NULL</source>
        <translation>die noch zu ändernden Zeilen, zum Beispiel status IS NULL</translation>
    </message>
    <message>
        <source>the rows that must not be there, such as email IS NULL</source>
        <translation>die Zeilen, die es nicht geben darf, zum Beispiel email IS NULL</translation>
    </message>
    <message>
        <source>the same as a condition, with NOT NULL: at IS NOT NULL AND at &gt;= &apos;2026-01-01&apos; AND at &lt; &apos;2026-02-01&apos;</source>
        <translation>dasselbe als Bedingung, mit NOT NULL: at IS NOT NULL AND at &gt;= &apos;2026-01-01&apos; AND at &lt; &apos;2026-02-01&apos;</translation>
    </message>
    <message>
        <source>the same with the new value at its end</source>
        <translation>dasselbe mit dem neuen Wert am Ende</translation>
    </message>
    <message>
        <source>the second of the two columns</source>
        <translation>die zweite der beiden Spalten</translation>
    </message>
    <message>
        <source>the second one, made of the whole</source>
        <translation>der zweite Wert, gebildet aus dem Ganzen</translation>
    </message>
    <message>
        <source>the sequence’s name</source>
        <translation>der Name der Sequenz</translation>
    </message>
    <message>
        <source>The server first goes on keeping the index up but uses it no more: where a query turns slow, it is back at once. Then it is dropped.</source>
        <translation>Der Server pflegt den Index zunächst weiter, nutzt ihn aber nicht mehr: Wird eine Abfrage langsam, ist er sofort wieder da. Danach wird er gelöscht.</translation>
    </message>
    <message>
        <source>the statement that undoes it</source>
        <translation>die Anweisung, die das rückgängig macht</translation>
    </message>
    <message>
        <source>the statement that undoes it, if it can be undone</source>
        <translation>die Anweisung, die das rückgängig macht, falls es möglich ist</translation>
    </message>
    <message>
        <source>the statement</source>
        <translation>die Anweisung</translation>
    </message>
    <message>
        <source>The table is built anew beside the work that goes on, or the server refuses; the whole definition of the column has to be given, because MODIFY keeps nothing that is not said. Tables with virtual columns cannot be changed this way on MariaDB.</source>
        <translation>Die Tabelle wird neben der laufenden Arbeit neu aufgebaut, oder der Server lehnt ab; die Definition der Spalte muss vollständig angegeben werden, weil MODIFY nichts behält, was nicht genannt ist. Tabellen mit virtuellen Spalten lassen sich auf MariaDB nicht auf diese Weise ändern.</translation>
    </message>
    <message>
        <source>the table that gets the column</source>
        <translation>die Tabelle, die die Spalte erhält</translation>
    </message>
    <message>
        <source>the table they refer to</source>
        <translation>die Tabelle, auf die sie verweisen</translation>
    </message>
    <message>
        <source>the table to attach</source>
        <translation>die anzuhängende Tabelle</translation>
    </message>
    <message>
        <source>the table to index</source>
        <translation>die zu indizierende Tabelle</translation>
    </message>
    <message>
        <source>the table to index; for a partitioned one use create-partitioned-index</source>
        <translation>die zu indizierende Tabelle; für eine partitionierte create-partitioned-index verwenden</translation>
    </message>
    <message>
        <source>the table whose rows refer</source>
        <translation>die Tabelle, deren Zeilen verweisen</translation>
    </message>
    <message>
        <source>the table</source>
        <translation>die Tabelle</translation>
    </message>
    <message>
        <source>the table, one with a rowid</source>
        <translation>die Tabelle, eine mit rowid</translation>
    </message>
    <message>
        <source>the table’s name now</source>
        <translation>der jetzige Name der Tabelle</translation>
    </message>
    <message>
        <source>The two new columns come beside the old one and a trigger keeps all in step, whichever is written, until the code has moved.</source>
        <translation>Die beiden neuen Spalten kommen neben die alte, und ein Trigger hält alle gleich, egal in welche geschrieben wird, bis der Code umgestellt ist.</translation>
    </message>
    <message>
        <source>The two new columns come beside the old one and triggers keep all in step, whichever is written, until the code has moved.</source>
        <translation>Die beiden neuen Spalten kommen neben die alte, und Trigger halten alle gleich, egal in welche geschrieben wird, bis der Code umgestellt ist.</translation>
    </message>
    <message>
        <source>the type it has now</source>
        <translation>der jetzige Typ</translation>
    </message>
    <message>
        <source>the type it is to have</source>
        <translation>der künftige Typ</translation>
    </message>
    <message>
        <source>the value it is to stand before, if not at the end</source>
        <translation>der Wert, vor dem er stehen soll, wenn nicht am Ende</translation>
    </message>
    <message>
        <source>the value, such as CURRENT_TIMESTAMP</source>
        <translation>der Wert, zum Beispiel CURRENT_TIMESTAMP</translation>
    </message>
    <message>
        <source>the whole, made of the two</source>
        <translation>das Ganze, gebildet aus den beiden</translation>
    </message>
    <message>
        <source>VALIDATE CONSTRAINT takes a weak lock, but scans the table: in the transaction that added the constraint it would hold that one&apos;s strong lock through the scan.</source>
        <translation>VALIDATE CONSTRAINT nimmt eine schwache Sperre, durchsucht aber die Tabelle: In der Transaktion, die den Constraint angelegt hat, bliebe deren starke Sperre während des ganzen Durchsuchens bestehen.</translation>
    </message>
    <message>
        <source>what ALTER TABLE is to do, such as ADD INDEX i (c)</source>
        <translation>was ALTER TABLE tun soll, zum Beispiel ADD INDEX i (c)</translation>
    </message>
    <message>
        <source>what happens to the rows that refer when a row they refer to is deleted</source>
        <translation>was mit den verweisenden Zeilen geschieht, wenn eine Zeile gelöscht wird, auf die sie verweisen</translation>
    </message>
    <message>
        <source>what has to hold for every row, such as price &gt; 0</source>
        <translation>was für jede Zeile gelten muss, zum Beispiel price &gt; 0</translation>
    </message>
    <message>
        <source>what is set, such as status = &apos;active&apos;</source>
        <translation>was gesetzt wird, zum Beispiel status = &apos;active&apos;</translation>
    </message>
    <message>
        <source>what is wrong with them</source>
        <translation>was an ihnen falsch ist</translation>
    </message>
    <message>
        <source>what it is computed as, of the table’s columns</source>
        <translation>wie sie aus den Spalten der Tabelle berechnet wird</translation>
    </message>
    <message>
        <source>what it is now, to undo it</source>
        <translation>wie sie jetzt ist, für den Rückweg</translation>
    </message>
    <message>
        <source>what it is to be: columns and constraints as CREATE TABLE has them</source>
        <translation>wie sie werden soll: Spalten und Constraints wie in CREATE TABLE</translation>
    </message>
    <message>
        <source>what others may do meanwhile</source>
        <translation>was andere inzwischen dürfen</translation>
    </message>
    <message>
        <source>what rows get meanwhile that do not name it; needed where it is NOT NULL without a default</source>
        <translation>was Zeilen inzwischen erhalten, die die Spalte nicht nennen; nötig, wenn diese NOT NULL ist und keinen Vorgabewert hat</translation>
    </message>
    <message>
        <source>what rows get that do not say, such as &apos;new&apos; or 0</source>
        <translation>was Zeilen erhalten, die nichts angeben, zum Beispiel &apos;new&apos; oder 0</translation>
    </message>
    <message>
        <source>what stands behind the parentheses, now and then: STRICT, WITHOUT ROWID</source>
        <translation>was hinter den Klammern steht, jetzt wie danach: STRICT, WITHOUT ROWID</translation>
    </message>
    <message>
        <source>what the migration is called</source>
        <translation>wie die Migration heißt</translation>
    </message>
    <message>
        <source>what the rows get that are NULL now; without it they have to be filled in before</source>
        <translation>was die Zeilen erhalten, die jetzt NULL sind; ohne diese Angabe müssen sie vorher gefüllt werden</translation>
    </message>
    <message>
        <source>what the rows get that are NULL, a constant</source>
        <translation>was die Zeilen erhalten, die NULL sind, eine Konstante</translation>
    </message>
    <message>
        <source>what the rows get that do not say, such as &apos;active&apos;</source>
        <translation>was die Zeilen erhalten, die nichts angeben, zum Beispiel &apos;active&apos;</translation>
    </message>
    <message>
        <source>what they are filled with, of the new table’s columns, to undo it</source>
        <translation>womit sie gefüllt werden, aus den Spalten der neuen Tabelle, für den Rückweg</translation>
    </message>
    <message>
        <source>what they are filled with, of the old table’s columns</source>
        <translation>womit sie gefüllt werden, aus den Spalten der alten Tabelle</translation>
    </message>
    <message>
        <source>whether a default stays when all is done</source>
        <translation>ob ein Vorgabewert bleibt, wenn alles erledigt ist</translation>
    </message>
    <message>
        <source>whether an index on the columns is built first</source>
        <translation>ob zuerst ein Index auf den Spalten aufgebaut wird</translation>
    </message>
    <message>
        <source>whether it is NOT NULL now</source>
        <translation>ob sie jetzt NOT NULL ist</translation>
    </message>
    <message>
        <source>whether it is NOT NULL, which asks for a default</source>
        <translation>ob sie NOT NULL ist, was einen Vorgabewert verlangt</translation>
    </message>
    <message>
        <source>whether it is unique</source>
        <translation>ob er eindeutig ist</translation>
    </message>
    <message>
        <source>whether it runs in a transaction</source>
        <translation>ob sie in einer Transaktion läuft</translation>
    </message>
    <message>
        <source>whether the column may be NULL</source>
        <translation>ob die Spalte NULL sein darf</translation>
    </message>
    <message>
        <source>whether the default stays when all is done</source>
        <translation>ob der Vorgabewert bleibt, wenn alles erledigt ist</translation>
    </message>
    <message>
        <source>why, for the comment at the file’s head</source>
        <translation>warum, für den Kommentar am Anfang der Datei</translation>
    </message>
    <message>
        <source>With a constant default SQLite adds the column at once and no row is written: every row has the default from here on. The default stays; taking it away means building the table anew.</source>
        <translation>Mit einem konstanten Vorgabewert fügt SQLite die Spalte sofort hinzu, und keine Zeile wird geschrieben: Von da an hat jede Zeile den Vorgabewert. Der Vorgabewert bleibt; ihn zu entfernen heißt, die Tabelle neu aufzubauen.</translation>
    </message>
    <message>
        <source>With a constant default the server adds the column at once and no row is written: every row has the default from here on.</source>
        <translation>Mit einem konstanten Vorgabewert fügt der Server die Spalte sofort hinzu, und keine Zeile wird geschrieben: Von da an hat jede Zeile den Vorgabewert.</translation>
    </message>
    <message>
        <source>With foreign_key_checks on, the server copies the table; without, it trusts you. So the rows are checked first, by a query that blocks nobody, and again afterwards.</source>
        <translation>Ist foreign_key_checks eingeschaltet, kopiert der Server die Tabelle; ist es ausgeschaltet, vertraut er Ihnen. Daher werden die Zeilen vorher geprüft, durch eine Abfrage, die niemanden blockiert, und danach noch einmal.</translation>
    </message>
    <message>
        <source>Add a check while everybody writes</source>
        <translation>Einen CHECK anlegen, während alle schreiben</translation>
    </message>
    <message>
        <source>Build a table anew while everybody works</source>
        <translation>Eine Tabelle neu aufbauen, während alle arbeiten</translation>
    </message>
    <message>
        <source>Delete many rows in batches</source>
        <translation>Viele Zeilen stapelweise löschen</translation>
    </message>
    <message>
        <source>drops the views, and the triggers of other tables, that name the table: they go before it</source>
        <translation>löscht die Views und die Trigger anderer Tabellen, die die Tabelle nennen: Sie werden vor ihr gelöscht</translation>
    </message>
    <message>
        <source>For what ALTER TABLE of SQLite cannot do: another type, NOT NULL, UNIQUE, CHECK, a foreign key. The new table is filled beside the old one and takes its name, in the order that keeps references and foreign keys as they are; the switch for foreign keys stands outside the transaction, where alone it works. Views and triggers that name the table go before and come again after it, all in one transaction. Nobody else can write meanwhile.</source>
        <translation>Für das, was ALTER TABLE von SQLite nicht kann: ein anderer Typ, NOT NULL, UNIQUE, CHECK, ein Fremdschlüssel. Die neue Tabelle wird neben der alten gefüllt und übernimmt ihren Namen, in der Reihenfolge, bei der Verweise und Fremdschlüssel bleiben, wie sie sind; der Schalter für Fremdschlüssel steht außerhalb der Transaktion, denn nur dort wirkt er. Views und Trigger, die die Tabelle nennen, werden vor ihr gelöscht und nach ihr wieder angelegt, alles in einer Transaktion. Niemand sonst kann inzwischen schreiben.</translation>
    </message>
    <message>
        <source>its indexes and triggers, and the views, to undo it</source>
        <translation>ihre Indizes und Trigger sowie die Views, für den Rückweg</translation>
    </message>
    <message>
        <source>One statement to any tool; Whimbrel runs it a batch at a time, each in a transaction of its own. What is deleted is gone: copy it away before if it may be missed.</source>
        <translation>Für jedes Werkzeug eine einzige Anweisung; Whimbrel führt sie stapelweise aus, jeden Stapel in einer eigenen Transaktion. Was gelöscht ist, ist weg: Es vorher wegkopieren, falls es fehlen könnte.</translation>
    </message>
    <message>
        <source>the indexes, triggers and views to make again</source>
        <translation>die Indizes, Trigger und Views, die wieder anzulegen sind</translation>
    </message>
    <message>
        <source>the rows that are to go, such as expires_at &lt; now()</source>
        <translation>die zu löschenden Zeilen, zum Beispiel expires_at &lt; now()</translation>
    </message>
    <message>
        <source>The server copies the table to look at its rows, and since 11.2 writes go on meanwhile: that is asked for in words, so that an older server refuses. Rows that break the rule are counted before. Replicas fall behind by as long as the copy takes.</source>
        <translation>Der Server kopiert die Tabelle, um ihre Zeilen zu prüfen, und seit 11.2 gehen Schreibzugriffe inzwischen weiter: Das wird ausdrücklich verlangt, damit ein älterer Server ablehnt. Zeilen, die die Regel verletzen, werden vorher gezählt. Repliken geraten um die Zeit in Rückstand, die das Kopieren dauert.</translation>
    </message>
    <message>
        <source>those of them that may be NULL now, and may again when this is undone</source>
        <translation>diejenigen davon, die jetzt NULL sein dürfen und es auf dem Rückweg wieder dürfen</translation>
    </message>
    <message>
        <source>What FORCE and OPTIMIZE TABLE are for: the rows are written anew and the space of deleted ones is given back. Asked for in words, so that the server refuses where it would have to block writes. It needs as much disk space again, and replicas fall behind by as long as it takes.</source>
        <translation>Wofür FORCE und OPTIMIZE TABLE da sind: Die Zeilen werden neu geschrieben, und der Platz gelöschter Zeilen wird freigegeben. Das wird ausdrücklich verlangt, damit der Server ablehnt, wo er Schreiben blockieren müsste. Es braucht noch einmal so viel Speicherplatz, und Repliken geraten um die Zeit in Rückstand, die es dauert.</translation>
    </message>
    <message>
        <source>what has to hold for every row</source>
        <translation>was für jede Zeile gelten muss</translation>
    </message>
    <message>
        <source>whether the key’s columns are all NOT NULL already</source>
        <translation>ob die Spalten des Schlüssels schon alle NOT NULL sind</translation>
    </message>
    <message>
        <source>Add a check on a copy of the table</source>
        <translation>Eine Prüfung auf einer Kopie der Tabelle hinzufügen</translation>
    </message>
    <message>
        <source>An UPDATE, DELETE or INSERT … SELECT as it is written, joins and subqueries included: one statement to any tool, and Whimbrel takes the rows of its first table by ranges of their key, each range in a transaction of its own. Where its condition does not tell rows that are done from others, the journal does, and each row is taken once.</source>
        <translation>Ein UPDATE, DELETE oder INSERT … SELECT, wie es geschrieben ist, mit Joins und Unterabfragen: für jedes Werkzeug eine Anweisung; Whimbrel nimmt die Zeilen der ersten Tabelle in Bereichen ihres Schlüssels, jeden Bereich in einer eigenen Transaktion. Wo die Bedingung erledigte Zeilen nicht von anderen unterscheidet, tut es das Journal, und jede Zeile kommt einmal an die Reihe.</translation>
    </message>
    <message>
        <source>Change a table on a copy of it</source>
        <translation>Eine Tabelle auf einer Kopie ändern</translation>
    </message>
    <message>
        <source>For what the server does only while writes wait. With the comment Whimbrel hands the statement to pt-online-schema-change, which fills a copy a few rows at a time and keeps it up to date by triggers; to any other tool it is the ALTER TABLE that it is. The table needs a primary or unique key, no triggers of its own, and no foreign keys that point at it.</source>
        <translation>Für das, was der Server nur tut, während Schreibzugriffe warten. Mit dem Kommentar gibt Whimbrel die Anweisung an pt-online-schema-change, das eine Kopie nach und nach füllt und durch Trigger auf dem Stand hält; für jedes andere Werkzeug bleibt sie das ALTER TABLE, das sie ist. Die Tabelle braucht einen Primär- oder eindeutigen Schlüssel, keine eigenen Trigger und keine Fremdschlüssel, die auf sie zeigen.</translation>
    </message>
    <message>
        <source>Give a step that takes something away its own migration</source>
        <translation>Einem Schritt, der etwas wegnimmt, eine eigene Migration geben</translation>
    </message>
    <message>
        <source>PRAGMA foreign_keys does nothing inside a transaction, so it stands before and behind one: a migration without a transaction of the tool&apos;s, with one of its own between the two. What the statements leave that references nothing is listed before it is committed, and foreign keys are on again for whatever comes next.</source>
        <translation>PRAGMA foreign_keys bewirkt in einer Transaktion nichts, darum steht es davor und dahinter: eine Migration ohne Transaktion des Werkzeugs, mit einer eigenen zwischen den beiden. Was nach den Anweisungen ins Leere zeigt, wird vor dem COMMIT aufgezählt, und für alles Weitere sind Fremdschlüssel wieder eingeschaltet.</translation>
    </message>
    <message>
        <source>Run a statement in batches</source>
        <translation>Eine Anweisung in Stapeln ausführen</translation>
    </message>
    <message>
        <source>Run statements while foreign keys are off</source>
        <translation>Anweisungen bei ausgeschalteten Fremdschlüsseln ausführen</translation>
    </message>
    <message>
        <source>The server tests each row while nobody can write, so the rows that break the rule are counted first, and pt-online-schema-change, to which Whimbrel hands the statement, adds the check to a copy of the table while everybody writes. To any other tool it is the ALTER TABLE that it is. The table needs a primary or unique key, no triggers of its own, and no foreign keys that point at it.</source>
        <translation>Der Server prüft jede Zeile, während niemand schreiben kann. Darum werden zuerst die Zeilen gezählt, die der Regel widersprechen, und pt-online-schema-change, an das Whimbrel die Anweisung gibt, fügt die Prüfung einer Kopie der Tabelle hinzu, während alle weiterschreiben. Für jedes andere Werkzeug bleibt sie das ALTER TABLE, das sie ist. Die Tabelle braucht einen Primär- oder eindeutigen Schlüssel, keine eigenen Trigger und keine Fremdschlüssel, die auf sie zeigen.</translation>
    </message>
    <message>
        <source>the statement; MySQL’s joins name the table that is changed first, and before each column that is set</source>
        <translation>die Anweisung; Joins von MySQL nennen die Tabelle, die geändert wird, als erste und vor jeder Spalte, die gesetzt wird</translation>
    </message>
    <message>
        <source>the statements that run while foreign keys are off</source>
        <translation>die Anweisungen, die bei ausgeschalteten Fremdschlüsseln laufen</translation>
    </message>
    <message>
        <source>the statements that undo them</source>
        <translation>die Anweisungen, die sie rückgängig machen</translation>
    </message>
    <message>
        <source>what ALTER TABLE is to do, such as ADD FULLTEXT INDEX words (body)</source>
        <translation>was ALTER TABLE tun soll, etwa ADD FULLTEXT INDEX words (body)</translation>
    </message>
    <message>
        <source>What code that runs now relies on goes in a later release than the code that no longer does: a migration of its own, declared as a contract step, which asks before it runs whether the old shape is still used.</source>
        <translation>Worauf sich der laufende Code verlässt, verschwindet in einem späteren Release als der Code, der es nicht mehr tut: eine eigene Migration, als Abbauschritt gekennzeichnet, die vor dem Lauf fragt, ob die alte Form noch benutzt wird.</translation>
    </message>
    <message>
        <source>whether the rows that are there are looked at, too</source>
        <translation>ob auch die vorhandenen Zeilen angesehen werden</translation>
    </message>
</context>
<context>
    <name>Whimbrel::RecipeForm</name>
    <message>
        <source>%1 (optional):</source>
        <translation>%1 (optional):</translation>
    </message>
    <message>
        <source>%1 is missing: %2.</source>
        <comment>a field&apos;s label without its colon, and what it is</comment>
        <translation>%1 fehlt: %2.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::RecoveryController</name>
    <message>
        <source>%1 is read-only.</source>
        <translation>%1 ist nur zum Lesen.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 is protected.</source>
        <translation>%1 ist geschützt.</translation>
    </message>
    <message>
        <source>Type its name to confirm.</source>
        <translation>Zur Bestätigung den Namen eintippen.</translation>
    </message>
    <message>
        <source>By hand, %1 was recorded as applied.</source>
        <translation>%1 wurde von Hand als angewendet verzeichnet.</translation>
    </message>
    <message>
        <source>By hand, %1 was recorded as not applied.</source>
        <translation>%1 wurde von Hand als nicht angewendet verzeichnet.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::RecoveryPage</name>
    <message>
        <source>What became of the migration</source>
        <translation>Was aus der Migration wurde</translation>
    </message>
    <message>
        <source>Look Again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>Back to the Run</source>
        <translation>Zurück zum Lauf</translation>
    </message>
    <message>
        <source>Nothing is settled by that; the migration&apos;s context menu in the timeline leads here again</source>
        <translation>Damit ist nichts geklärt; das Kontextmenü der Migration in der Zeitleiste führt wieder hierher</translation>
    </message>
    <message>
        <source>Name of the protected environment</source>
        <translation>Name der geschützten Umgebung</translation>
    </message>
    <message>
        <source>Nothing to recover</source>
        <translation>Nichts wiederherzustellen</translation>
    </message>
    <message>
        <source>Looking what became of %1…</source>
        <translation>Es wird nachgesehen, was aus %1 wurde…</translation>
    </message>
    <message>
        <source>%1 %2: its run did not end well</source>
        <comment>version, description</comment>
        <translation>%1 %2: Der Lauf ist nicht gut ausgegangen</translation>
    </message>
    <message>
        <source>Nothing is left to settle</source>
        <translation>Nichts mehr zu klären</translation>
    </message>
    <message>
        <source>Writing it down…</source>
        <translation>Wird eingetragen…</translation>
    </message>
    <message>
        <source>%1 was not settled</source>
        <translation>%1 wurde nicht geklärt</translation>
    </message>
    <message>
        <source>What became of %1 cannot be told</source>
        <translation>Was aus %1 wurde, lässt sich nicht feststellen</translation>
    </message>
    <message>
        <source>on %1</source>
        <comment>a database</comment>
        <translation>auf %1</translation>
    </message>
    <message>
        <source>No attempt at %1 is open: the history says all that there is to say.</source>
        <translation>Zu %1 ist kein Versuch offen: Der Verlauf sagt alles, was es zu sagen gibt.</translation>
    </message>
    <message>
        <source>Type %1 to confirm:</source>
        <translation>Zur Bestätigung %1 eingeben:</translation>
    </message>
    <message>
        <source>%1 %2 on %3</source>
        <comment>version, description, database</comment>
        <translation>%1 %2 auf %3</translation>
    </message>
    <message>
        <source>Migrations that runs have left open</source>
        <translation>Migrationen, die Läufe offen gelassen haben</translation>
    </message>
    <message>
        <source>All that runs have left open on this database</source>
        <translation>Alles, was Läufe auf dieser Datenbank offen gelassen haben</translation>
    </message>
    <message>
        <source>%1 is settled</source>
        <translation>%1 ist geklärt</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>version, description</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more left open</source>
        <translation>
            <numerusform>%n weitere ist offen</numerusform>
            <numerusform>%n weitere sind offen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %1, with %n migration(s) left open</source>
        <comment>a database</comment>
        <translation>
            <numerusform>auf %1, mit %n offenen Migration</numerusform>
            <numerusform>auf %1, mit %n offenen Migrationen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::Release</name>
    <message>
        <source>Complete Before first, or override it with a written reason.</source>
        <translation>Zuerst „Vorher“ abschließen oder mit einer schriftlichen Begründung übergehen.</translation>
    </message>
    <message>
        <source>Complete During first, or override it with a written reason.</source>
        <translation>Zuerst „Während“ abschließen oder mit einer schriftlichen Begründung übergehen.</translation>
    </message>
    <message>
        <source>Release %1 is closed.</source>
        <translation>Release %1 ist geschlossen.</translation>
    </message>
    <message>
        <source>Release %1 has no item “%2”.</source>
        <translation>Release %1 hat keinen Punkt „%2“.</translation>
    </message>
    <message>
        <source>Its items are: %1.</source>
        <translation>Seine Punkte sind: %1.</translation>
    </message>
    <message>
        <source>Start a new release.</source>
        <translation>Ein neues Release beginnen.</translation>
    </message>
    <message>
        <source>“%1” belongs to a phase that is locked.</source>
        <translation>„%1“ gehört zu einer Phase, die gesperrt ist.</translation>
    </message>
    <message>
        <source>“%1” is answered by a check that has not run yet.</source>
        <translation>„%1“ wird von einer Prüfung beantwortet, die noch nicht ausgeführt wurde.</translation>
    </message>
    <message>
        <source>Run the checks first; you can answer for a warning or an unknown result.</source>
        <translation>Zuerst die Prüfungen ausführen; für eine Warnung oder ein unbekanntes Ergebnis lässt sich danach einstehen.</translation>
    </message>
    <message>
        <source>The check “%1” failed: %2</source>
        <translation>Die Prüfung „%1“ ist fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>Put it right and run the check again, or override the phase with a written reason.</source>
        <translation>Die Ursache beheben und die Prüfung erneut ausführen oder die Phase mit einer schriftlichen Begründung übergehen.</translation>
    </message>
    <message>
        <source>The check “%1” did not pass: %2</source>
        <translation>Die Prüfung „%1“ wurde nicht bestanden: %2</translation>
    </message>
    <message>
        <source>To answer for it in its place, write a note that says why.</source>
        <translation>Um an ihrer Stelle dafür einzustehen, eine Notiz mit der Begründung schreiben.</translation>
    </message>
    <message>
        <source>“%1” is not ticked.</source>
        <translation>„%1“ ist nicht abgehakt.</translation>
    </message>
    <message>
        <source>An override needs a written reason.</source>
        <translation>Das Übergehen braucht eine schriftliche Begründung.</translation>
    </message>
    <message>
        <source>It stays in the release&apos;s log and report with your name.</source>
        <translation>Sie bleibt mit dem Namen der Person im Protokoll und im Bericht des Releases.</translation>
    </message>
    <message>
        <source>%1 is locked.</source>
        <translation>%1 ist gesperrt.</translation>
    </message>
    <message numerus="yes">
        <source>Release %1 has %n open item(s): %2.</source>
        <translation>
            <numerusform>Release %1 hat %n offenen Punkt: %2.</numerusform>
            <numerusform>Release %1 hat %n offene Punkte: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Complete them, or close the release with a written reason.</source>
        <translation>Sie abschließen oder das Release mit einer schriftlichen Begründung schließen.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::ReleaseCommand</name>
    <message>
        <source>No release of %1 is open.</source>
        <translation>Kein Release für %1 ist offen.</translation>
    </message>
    <message>
        <source>“whimbrel release start” starts one.</source>
        <translation>„whimbrel release start“ beginnt eines.</translation>
    </message>
    <message>
        <source>Release %1 of %2, started %3 by %4</source>
        <translation>Release %1 für %2, begonnen %3 von %4</translation>
    </message>
    <message>
        <source>%1: %2 of %3, %4</source>
        <translation>%1: %2 von %3, %4</translation>
    </message>
    <message>
        <source>overridden by %1: %2</source>
        <translation>übergangen von %1: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Closed %1 by %2</source>
        <translation>Geschlossen %1 von %2</translation>
    </message>
    <message>
        <source>There is no release of %1 yet. “whimbrel release start” starts one.</source>
        <translation>Es gibt noch kein Release für %1. „whimbrel release start“ beginnt eines.</translation>
    </message>
    <message>
        <source>Which item?</source>
        <translation>Welcher Punkt?</translation>
    </message>
    <message>
        <source>“whimbrel release show” lists them; then “whimbrel release tick ITEM”.</source>
        <translation>„whimbrel release show“ listet sie auf; danach „whimbrel release tick ITEM“.</translation>
    </message>
    <message>
        <source>Ticked: %1</source>
        <translation>Abgehakt: %1</translation>
    </message>
    <message>
        <source>“whimbrel release show” lists them; then “whimbrel release untick ITEM”.</source>
        <translation>„whimbrel release show“ listet sie auf; danach „whimbrel release untick ITEM“.</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>Zurückgenommen: %1</translation>
    </message>
    <message>
        <source>The note is empty.</source>
        <translation>Die Notiz ist leer.</translation>
    </message>
    <message>
        <source>Write “whimbrel release note TEXT”.</source>
        <translation>„whimbrel release note TEXT“ schreiben.</translation>
    </message>
    <message>
        <source>Noted in release %1.</source>
        <translation>Im Release %1 notiert.</translation>
    </message>
    <message>
        <source>Which phase?</source>
        <translation>Welche Phase?</translation>
    </message>
    <message>
        <source>Write “whimbrel release override before|during|after --reason TEXT”.</source>
        <translation>„whimbrel release override before|during|after --reason TEXT“ schreiben.</translation>
    </message>
    <message>
        <source>%1 is overridden in release %2.</source>
        <translation>„%1“ ist im Release %2 übergangen.</translation>
    </message>
    <message>
        <source>Release %1 is closed.</source>
        <translation>Release %1 ist geschlossen.</translation>
    </message>
    <message>
        <source>There is no release of %1 to report on.</source>
        <translation>Es gibt kein Release für %1, über das sich berichten ließe.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Wrote %1.</source>
        <translation>%1 geschrieben.</translation>
    </message>
    <message>
        <source>What about the release?</source>
        <translation>Was soll mit dem Release geschehen?</translation>
    </message>
    <message>
        <source>“%1” is not understood.</source>
        <translation>„%1“ ist unverständlich.</translation>
    </message>
    <message>
        <source>“whimbrel help release” lists what is possible.</source>
        <translation>„whimbrel help release“ listet auf, was möglich ist.</translation>
    </message>
    <message>
        <source>walk through the checklist of a release</source>
        <translation>die Checkliste eines Releases durchgehen</translation>
    </message>
    <message>
        <source>with tick and untick: what was looked at, or why</source>
        <translation>mit tick und untick: was angesehen wurde oder warum</translation>
    </message>
    <message>
        <source>with override, and with close before the end: why</source>
        <translation>mit override und bei close vor dem Ende: warum</translation>
    </message>
    <message>
        <source>with report: write Markdown to this file</source>
        <translation>mit report: Markdown in diese Datei schreiben</translation>
    </message>
</context>
<context>
    <name>Whimbrel::ReleaseEvent</name>
    <message>
        <source>“item” is missing</source>
        <translation>„item“ fehlt</translation>
    </message>
    <message>
        <source>the phase “%1” is not known</source>
        <translation>die Phase „%1“ ist nicht bekannt</translation>
    </message>
    <message>
        <source>it was written by a newer Whimbrel</source>
        <translation>sie wurde von einem neueren Whimbrel geschrieben</translation>
    </message>
    <message>
        <source>Update this Whimbrel.</source>
        <translation>Dieses Whimbrel aktualisieren.</translation>
    </message>
    <message>
        <source>it is not a line of a release log</source>
        <translation>sie ist keine Zeile eines Release-Protokolls</translation>
    </message>
    <message>
        <source>“id”, “who” or “at” is missing</source>
        <translation>„id“, „who“ oder „at“ fehlt</translation>
    </message>
    <message>
        <source>the event “%1” is not known</source>
        <translation>das Ereignis „%1“ ist nicht bekannt</translation>
    </message>
    <message>
        <source>“order” is no time</source>
        <translation>„order“ ist keine Zeit</translation>
    </message>
</context>
<context>
    <name>Whimbrel::ReleaseGate</name>
    <message>
        <source>%1 (%2): not ticked</source>
        <translation>%1 (%2): nicht abgehakt</translation>
    </message>
    <message>
        <source>%1 (%2): not checked yet</source>
        <translation>%1 (%2): noch nicht geprüft</translation>
    </message>
    <message>
        <source>%1 (%2): failed, %3</source>
        <translation>%1 (%2): fehlgeschlagen, %3</translation>
    </message>
    <message>
        <source>%1 (%2): a warning that nobody answered for, %3</source>
        <translation>%1 (%2): eine Warnung, für die niemand eingestanden ist, %3</translation>
    </message>
    <message>
        <source>%1 (%2): unknown, %3</source>
        <translation>%1 (%2): unbekannt, %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 is protected, and the Before phase of release %2 is not complete: %n item(s) open.</source>
        <translation>
            <numerusform>%1 ist geschützt, und die Phase „Vorher“ des Releases %2 ist nicht abgeschlossen: %n Punkt offen.</numerusform>
            <numerusform>%1 ist geschützt, und die Phase „Vorher“ des Releases %2 ist nicht abgeschlossen: %n Punkte offen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Complete them in the Release pane or with “whimbrel check --phase before” and “whimbrel release tick ITEM”, or go past them with “whimbrel release override before --reason TEXT”.</source>
        <translation>Sie im Bereich „Release“ oder mit „whimbrel check --phase before“ und „whimbrel release tick ITEM“ abschließen oder mit „whimbrel release override before --reason TEXT“ übergehen.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%1 is protected, and %n check(s) of release %2 are older than %3 minutes.</source>
        <translation>
            <numerusform>%1 ist geschützt, und %n Prüfung des Releases %2 ist älter als %3 Minuten.</numerusform>
            <numerusform>%1 ist geschützt, und %n Prüfungen des Releases %2 sind älter als %3 Minuten.</numerusform>
        </translation>
    </message>
    <message>
        <source>To be run again: %1.</source>
        <translation>Erneut auszuführen: %1.</translation>
    </message>
    <message>
        <source>Run the checks of Before again in the Release pane or with “whimbrel check --phase before”.</source>
        <translation>Die Prüfungen von „Vorher“ im Bereich „Release“ oder mit „whimbrel check --phase before“ erneut ausführen.</translation>
    </message>
    <message>
        <source>The database that %1 names is protected as an environment of this project.</source>
        <translation>Die Datenbank, die %1 nennt, ist als Umgebung dieses Projekts geschützt.</translation>
    </message>
    <message>
        <source>Name the environment instead of its address (-e NAME), so that its release can be found.</source>
        <translation>Die Umgebung statt ihrer Adresse nennen (-e NAME), damit ihr Release gefunden werden kann.</translation>
    </message>
    <message>
        <source>%1 is protected, and no release of it is open.</source>
        <translation>%1 ist geschützt, und es ist kein Release dafür offen.</translation>
    </message>
    <message>
        <source>Start one in the Release pane or with “whimbrel release start -e %1”.</source>
        <translation>Eines im Bereich „Release“ oder mit „whimbrel release start -e %1“ beginnen.</translation>
    </message>
    <message>
        <source>%1 is protected, and a line in the log of release %2 cannot be read.</source>
        <translation>%1 ist geschützt, und eine Zeile im Protokoll des Releases %2 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>It may have taken a tick back. Repair the log, or override Before with a written reason.</source>
        <translation>Möglicherweise hat sie einen Haken zurückgenommen. Das Protokoll reparieren oder „Vorher“ mit einer schriftlichen Begründung übergehen.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::ReleasePane</name>
    <message>
        <source>&amp;Start release</source>
        <translation>Release &amp;beginnen</translation>
    </message>
    <message>
        <source>&amp;Run checks of Before</source>
        <translation>Prüfungen von „Vorher“ &amp;ausführen</translation>
    </message>
    <message>
        <source>Add &amp;note…</source>
        <translation>&amp;Notiz hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Export as Markdown…</source>
        <translation>Als &amp;Markdown exportieren…</translation>
    </message>
    <message>
        <source>&amp;Close release…</source>
        <translation>Release &amp;schließen…</translation>
    </message>
    <message>
        <source>Release %1</source>
        <translation>Release %1</translation>
    </message>
    <message>
        <source>%1, closed %2 by %3</source>
        <translation>%1, geschlossen %2 von %3</translation>
    </message>
    <message>
        <source>%1, started %2 by %3</source>
        <translation>%1, begonnen %2 von %3</translation>
    </message>
    <message>
        <source>Start release for %1</source>
        <translation>Release für %1 beginnen</translation>
    </message>
    <message>
        <source>✖ Apply is closed. %1</source>
        <translation>✖ Anwenden ist nicht freigegeben. %1</translation>
    </message>
    <message>
        <source>✔ Apply is open.</source>
        <translation>✔ Anwenden ist freigegeben.</translation>
    </message>
    <message>
        <source>The checklist of a release appears here once a project is open.</source>
        <translation>Die Checkliste eines Releases erscheint hier, sobald ein Projekt geöffnet ist.</translation>
    </message>
    <message>
        <source>A release belongs to an environment. Choose one, or connect to a database.</source>
        <translation>Ein Release gehört zu einer Umgebung. Eine auswählen oder mit einer Datenbank verbinden.</translation>
    </message>
    <message>
        <source>No release yet. It walks the team through what to check before, during and after the migration, and keeps who did what.</source>
        <translation>Noch kein Release. Es führt das Team durch das, was vor, während und nach der Migration zu prüfen ist, und hält fest, wer was getan hat.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::ReleaseQuestions</name>
    <message>
        <source>Release %1 is not the current one any more.</source>
        <translation>Das Release %1 ist nicht mehr das aktuelle.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Es wurde nichts geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) of Before are open. Overriding opens During and lets migrations run on %1 without them.</source>
        <translation>
            <numerusform>%n Punkt von „Vorher“ ist offen. Übergehen öffnet „Während“ und lässt Migrationen auf %1 ohne ihn laufen.</numerusform>
            <numerusform>%n Punkte von „Vorher“ sind offen. Übergehen öffnet „Während“ und lässt Migrationen auf %1 ohne sie laufen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) of %1 are open. Overriding goes on without them.</source>
        <translation>
            <numerusform>%n Punkt von „%1“ ist offen. Mit Übergehen geht es ohne ihn weiter.</numerusform>
            <numerusform>%n Punkte von „%1“ sind offen. Mit Übergehen geht es ohne sie weiter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Override %1</source>
        <translation>„%1“ übergehen</translation>
    </message>
    <message>
        <source>Nothing can be ticked in release %1 afterwards.</source>
        <translation>Danach lässt sich im Release %1 nichts mehr abhaken.</translation>
    </message>
    <message>
        <source>%1
Nothing can be ticked in it afterwards.</source>
        <translation>%1
Danach lässt sich darin nichts mehr abhaken.</translation>
    </message>
    <message>
        <source>Close release</source>
        <translation>Release schließen</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>A note on release %1 as a whole.</source>
        <translation>Eine Notiz zum Release %1 als Ganzem.</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Export the release</source>
        <translation>Release exportieren</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>%1 geschrieben</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>Whimbrel::ReleaseReport</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 Checked %2 by %3.</source>
        <translation>%1 Geprüft %2 von %3.</translation>
    </message>
    <message>
        <source>%1: %2 of %3, %4</source>
        <translation>%1: %2 von %3, %4</translation>
    </message>
    <message>
        <source>Overridden by %1, %2: %3</source>
        <translation>Übergangen von %1, %2: %3</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>overridden</source>
        <translation>übergangen</translation>
    </message>
    <message>
        <source>Release %1</source>
        <translation>Release %1</translation>
    </message>
    <message>
        <source>Project: %1</source>
        <translation>Projekt: %1</translation>
    </message>
    <message>
        <source>Environment: %1</source>
        <translation>Umgebung: %1</translation>
    </message>
    <message>
        <source>Started: %1 by %2</source>
        <translation>Begonnen: %1 von %2</translation>
    </message>
    <message>
        <source>Closed: %1 by %2</source>
        <translation>Geschlossen: %1 von %2</translation>
    </message>
    <message>
        <source>Closed before its end: %1</source>
        <translation>Vor dem Ende geschlossen: %1</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Waits for locks</source>
        <translation>Warten auf Sperren</translation>
    </message>
    <message>
        <source>%1 to %2, seen by %3: %4</source>
        <translation>%1 bis %2, gesehen von %3: %4</translation>
    </message>
</context>
<context>
    <name>Whimbrel::ReleaseStore</name>
    <message>
        <source>This line was cut short while it was written and is left out.</source>
        <translation>Diese Zeile wurde beim Schreiben abgeschnitten und wird ausgelassen.</translation>
    </message>
    <message>
        <source>What it recorded was never confirmed. If an item is missing, tick it again.</source>
        <translation>Was sie festhielt, wurde nie bestätigt. Fehlt ein Punkt, ihn erneut abhaken.</translation>
    </message>
    <message>
        <source>This line of the release&apos;s log is damaged and is left out: %1.</source>
        <translation>Diese Zeile im Protokoll des Releases ist beschädigt und wird ausgelassen: %1.</translation>
    </message>
    <message>
        <source>Restore the file from version control, or delete the line.</source>
        <translation>Die Datei aus der Versionsverwaltung wiederherstellen oder die Zeile löschen.</translation>
    </message>
    <message>
        <source>This line of the release&apos;s log cannot be read and is left out: %1.</source>
        <translation>Diese Zeile im Protokoll des Releases kann nicht gelesen werden und wird ausgelassen: %1.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Release %1 of %2 is open.</source>
        <translation>Release %1 von %2 ist offen.</translation>
    </message>
    <message>
        <source>Go on with it, or close it first.</source>
        <translation>Damit fortfahren oder es zuerst schließen.</translation>
    </message>
    <message>
        <source>The folder %1 could not be made.</source>
        <translation>Der Ordner %1 konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be read.</source>
        <translation>Der Ordner %1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>There is no release “%1”.</source>
        <translation>Es gibt kein Release „%1“.</translation>
    </message>
    <message>
        <source>Releases are the folders in %1.</source>
        <translation>Releases sind die Ordner in %1.</translation>
    </message>
    <message>
        <source>An event of release %1 claims to be the last of all times. Nothing was recorded.</source>
        <translation>Ein Ereignis des Release %1 gibt vor, das letzte aller Zeiten zu sein. Nichts wurde festgehalten.</translation>
    </message>
    <message>
        <source>Look for “order” in the logs in %1, and restore them from version control.</source>
        <translation>Suchen Sie „order“ in den Protokollen in %1, und stellen Sie diese aus der Versionsverwaltung wieder her.</translation>
    </message>
    <message>
        <source>%1 is a link out of the project, to %2. It was neither read nor written.</source>
        <translation>%1 ist ein Verweis aus dem Projekt hinaus, nach %2. Er wurde weder gelesen noch beschrieben.</translation>
    </message>
    <message>
        <source>Put a file or folder of the project in its place.</source>
        <translation>Setzen Sie eine Datei oder einen Ordner des Projekts an seine Stelle.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::Renderer</name>
    <message>
        <source>A template of the recipe cannot be filled in: %1.</source>
        <translation>Eine Vorlage des Rezepts lässt sich nicht ausfüllen: %1.</translation>
    </message>
    <message>
        <source>A template of the recipe grows without bound.</source>
        <translation>Eine Vorlage des Rezepts wächst unbegrenzt.</translation>
    </message>
    <message>
        <source>Remove the recipe’s file, or simplify it.</source>
        <translation>Die Datei des Rezepts entfernen oder vereinfachen.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::RulesModel</name>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>Datenbanken</translation>
    </message>
</context>
<context>
    <name>Whimbrel::RulesPage</name>
    <message>
        <source>Search by name, reason, or what another tool calls it</source>
        <translation>Nach Name, Begründung oder dem Namen in einem anderen Werkzeug suchen</translation>
    </message>
    <message>
        <source>Search rules</source>
        <translation>Regeln durchsuchen</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>What the rule is about</source>
        <translation>Worum es der Regel geht</translation>
    </message>
    <message>
        <source>Your own switches, for every project. A project&apos;s are set under [lint] in whimbrel.toml.</source>
        <translation>Ihre eigenen Schalter, für jedes Projekt. Die eines Projekts stehen unter [lint] in whimbrel.toml.</translation>
    </message>
    <message>
        <source>Raises it:</source>
        <translation>Löst sie aus:</translation>
    </message>
    <message>
        <source>Does not:</source>
        <translation>Löst sie nicht aus:</translation>
    </message>
    <message>
        <source>In other tools: %1</source>
        <translation>In anderen Werkzeugen: %1</translation>
    </message>
</context>
<context>
    <name>Whimbrel::RunController</name>
    <message>
        <source>There is no database to plan for.</source>
        <translation>Es gibt keine Datenbank, für die geplant werden kann.</translation>
    </message>
    <message>
        <source>Choose an environment, or add one with its address.</source>
        <translation>Eine Umgebung wählen oder eine mit ihrer Adresse hinzufügen.</translation>
    </message>
    <message>
        <source>%1 is protected.</source>
        <translation>%1 ist geschützt.</translation>
    </message>
    <message>
        <source>Type its name to confirm.</source>
        <translation>Zur Bestätigung den Namen eintippen.</translation>
    </message>
    <message>
        <source>A database migration is running</source>
        <translation>Eine Datenbankmigration läuft</translation>
    </message>
    <message>
        <source>Migrations have run on %1</source>
        <translation>Auf %1 wurden Migrationen ausgeführt</translation>
    </message>
    <message>
        <source>The run on %1 did not end well</source>
        <translation>Der Lauf auf %1 ist nicht gut ausgegangen</translation>
    </message>
    <message numerus="yes">
        <source>%n migrations done.</source>
        <translation>
            <numerusform>%n Migration erledigt.</numerusform>
            <numerusform>%n Migrationen erledigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>made by this run</source>
        <translation>von diesem Lauf angelegt</translation>
    </message>
    <message>
        <source>The connection was replaced while the run was planned.</source>
        <translation>Die Verbindung wurde ersetzt, während der Lauf geplant wurde.</translation>
    </message>
    <message>
        <source>Nothing was changed. Plan again.</source>
        <translation>Nichts wurde geändert. Erneut planen.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::RunDetails</name>
    <message>
        <source>Where it runs, and what happened</source>
        <translation>Wo der Lauf stattfindet und was geschehen ist</translation>
    </message>
    <message>
        <source>Open File</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Plans the rollback of what this run applied; nothing runs before you agree</source>
        <translation>Plant das Zurückrollen dessen, was dieser Lauf angewendet hat; nichts wird ausgeführt, bevor Sie zustimmen</translation>
    </message>
    <message>
        <source>Open Log</source>
        <translation>Protokoll öffnen</translation>
    </message>
    <message>
        <source>Open Release</source>
        <translation>Release öffnen</translation>
    </message>
    <message>
        <source>What Became of It…</source>
        <translation>Was daraus wurde…</translation>
    </message>
    <message>
        <source>An attempt is open: which of its statements took effect, and the ways on</source>
        <translation>Ein Versuch ist offen: welche seiner Anweisungen wirksam wurden und wie es weitergehen kann</translation>
    </message>
    <message numerus="yes">
        <source>Roll Back %n Migrations…</source>
        <translation>
            <numerusform>%n Migration zurückrollen…</numerusform>
            <numerusform>%n Migrationen zurückrollen…</numerusform>
        </translation>
    </message>
    <message>
        <source>End Who Is in the Way</source>
        <translation>Beenden, wer im Weg ist</translation>
    </message>
    <message>
        <source>The run waits for their transactions to end; what ending one means is said before it is done</source>
        <translation>Der Lauf wartet auf das Ende ihrer Transaktionen; was es bedeutet, eine zu beenden, wird vorher gesagt</translation>
    </message>
    <message>
        <source>Terminate Session %1…</source>
        <translation>Sitzung %1 beenden…</translation>
    </message>
</context>
<context>
    <name>Whimbrel::RunEstimate</name>
    <message>
        <source>If it takes as long as it took on %1.</source>
        <translation>Wenn es so lange dauert wie auf %1.</translation>
    </message>
    <message>
        <source>If the statements that are left take as long as those that are done.</source>
        <translation>Wenn die übrigen Anweisungen so lange dauern wie die erledigten.</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>noch ein paar Sekunden</translation>
    </message>
    <message numerus="yes">
        <source>about %n s left</source>
        <translation>
            <numerusform>noch etwa %n s</numerusform>
            <numerusform>noch etwa %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>noch etwa %n min</numerusform>
            <numerusform>noch etwa %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n h left</source>
        <translation>
            <numerusform>noch etwa %n h</numerusform>
            <numerusform>noch etwa %n h</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::RunHeader</name>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Plan Again</source>
        <translation>Neu planen</translation>
    </message>
    <message>
        <source>Statements done</source>
        <translation>Erledigte Anweisungen</translation>
    </message>
    <message>
        <source>Name of the protected environment</source>
        <translation>Name der geschützten Umgebung</translation>
    </message>
    <message>
        <source>Cancels the statement in flight (Ctrl+.)</source>
        <translation>Bricht die laufende Anweisung ab (Strg+.)</translation>
    </message>
    <message>
        <source>No run planned</source>
        <translation>Kein Lauf geplant</translation>
    </message>
    <message>
        <source>Planning…</source>
        <translation>Planung läuft…</translation>
    </message>
    <message>
        <source>No plan could be made</source>
        <translation>Es konnte kein Plan erstellt werden</translation>
    </message>
    <message>
        <source>There is nothing to run</source>
        <translation>Es gibt nichts auszuführen</translation>
    </message>
    <message>
        <source>Stopping: the statement in flight is being cancelled</source>
        <translation>Wird gestoppt: Die laufende Anweisung wird abgebrochen</translation>
    </message>
    <message>
        <source>The run was stopped</source>
        <translation>Der Lauf wurde gestoppt</translation>
    </message>
    <message>
        <source>The run failed</source>
        <translation>Der Lauf ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Type %1 to confirm:</source>
        <translation>Zur Bestätigung %1 eingeben:</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n statements, %2</source>
        <comment>done, all, time</comment>
        <translation>
            <numerusform>%1 von %n Anweisung, %2</numerusform>
            <numerusform>%1 von %n Anweisungen, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::RunModel</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>done earlier</source>
        <translation>früher erledigt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>nicht ausgeführt</translation>
    </message>
    <message>
        <source>up</source>
        <translation>aufwärts</translation>
    </message>
    <message>
        <source>down</source>
        <translation>abwärts</translation>
    </message>
    <message>
        <source>%1, in the run&apos;s one transaction</source>
        <comment>direction</comment>
        <translation>%1, in der einen Transaktion des Laufs</translation>
    </message>
    <message>
        <source>%1, without a transaction: each statement stays</source>
        <comment>direction</comment>
        <translation>%1, ohne Transaktion: Jede Anweisung bleibt</translation>
    </message>
    <message>
        <source>%1, not atomic: the database commits by itself</source>
        <comment>direction</comment>
        <translation>%1, nicht atomar: Die Datenbank schreibt von selbst fest</translation>
    </message>
    <message>
        <source>%1, in one transaction</source>
        <comment>direction</comment>
        <translation>%1, in einer Transaktion</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>file, how it runs, state</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>line %1, %2, %3</source>
        <comment>line, state, SQL</comment>
        <translation>Zeile %1, %2, %3</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Anweisung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a statement and what it does to others</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>how a migration runs, how long it took before</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>how far a statement is</comment>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>Whimbrel::RunPane</name>
    <message numerus="yes">
        <source>%n statements in %1.</source>
        <translation>
            <numerusform>%n Anweisung in %1.</numerusform>
            <numerusform>%n Anweisungen in %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to run.</source>
        <translation>Es gibt nichts auszuführen.</translation>
    </message>
    <message>
        <source>Nothing is planned.
Apply and Roll back in the toolbar show what would run before anything does.</source>
        <translation>Nichts ist geplant.
„Anwenden“ und „Zurückrollen“ in der Werkzeugleiste zeigen, was laufen würde, bevor etwas läuft.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::RunTexts</name>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message numerus="yes">
        <source>Apply %n migrations to %1</source>
        <translation>
            <numerusform>%n Migration auf %1 anwenden</numerusform>
            <numerusform>%n Migrationen auf %1 anwenden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Roll back %n migrations on %1</source>
        <translation>
            <numerusform>%n Migration auf %1 zurückrollen</numerusform>
            <numerusform>%n Migrationen auf %1 zurückrollen</numerusform>
        </translation>
    </message>
    <message>
        <source>Roll back and apply again the last migration on %1</source>
        <translation>Die letzte Migration auf %1 zurückrollen und erneut anwenden</translation>
    </message>
    <message numerus="yes">
        <source>%n migrations were applied to %1.</source>
        <translation>
            <numerusform>%n Migration wurde auf %1 angewendet.</numerusform>
            <numerusform>%n Migrationen wurden auf %1 angewendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n migrations were rolled back on %1.</source>
        <translation>
            <numerusform>%n Migration wurde auf %1 zurückgerollt.</numerusform>
            <numerusform>%n Migrationen wurden auf %1 zurückgerollt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The last migration was rolled back and applied again on %1.</source>
        <translation>Die letzte Migration wurde auf %1 zurückgerollt und erneut angewendet.</translation>
    </message>
    <message>
        <source>%1 on %2 at %3</source>
        <comment>user, database, server</comment>
        <translation>%1 auf %2 an %3</translation>
    </message>
    <message>
        <source>%1 (logged in as %2)</source>
        <comment>a role and a user</comment>
        <translation>%1 (angemeldet als %2)</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>%1 (protected)</source>
        <translation>%1 (geschützt)</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Runs as</source>
        <translation>Läuft als</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Lock timeout</source>
        <translation>Zeitlimit für Sperren</translation>
    </message>
    <message>
        <source>Statement timeout</source>
        <translation>Zeitlimit für Anweisungen</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Code: %1</translation>
    </message>
    <message>
        <source>Stall budget</source>
        <translation>Wartebudget</translation>
    </message>
</context>
<context>
    <name>Whimbrel::SafeStepsDialog</name>
    <message>
        <source>Safe steps</source>
        <translation>Sichere Schritte</translation>
    </message>
    <message>
        <source>The way down of this file stays as it is: nothing in it undid the statement.</source>
        <translation>Der Rückweg dieser Datei bleibt, wie er ist: Nichts darin machte die Anweisung rückgängig.</translation>
    </message>
    <message>
        <source>What to do instead</source>
        <translation>Was stattdessen zu tun ist</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Change this file</source>
        <translation>Diese Datei ändern</translation>
    </message>
    <message numerus="yes">
        <source>Change this file and write %n more</source>
        <translation>
            <numerusform>Diese Datei ändern und %n weitere schreiben</numerusform>
            <numerusform>Diese Datei ändern und %n weitere schreiben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::ServerRoleProbe</name>
    <message>
        <source>failed on a standby or a read-only server</source>
        <translation>fehlgeschlagen bei einem Standby oder einem Server, der nur Lesen erlaubt</translation>
    </message>
    <message>
        <source>New sessions of this user may not write (%1 is on). Migrations would fail at their first statement.</source>
        <translation>Neue Sitzungen dieses Benutzers dürfen nicht schreiben (%1 ist eingeschaltet). Migrationen würden bei ihrer ersten Anweisung fehlschlagen.</translation>
    </message>
    <message>
        <source>%1, PostgreSQL %2, database %3 as %4, up since %5</source>
        <translation>%1, PostgreSQL %2, Datenbank %3 als %4, in Betrieb seit %5</translation>
    </message>
    <message>
        <source>standby</source>
        <translation>Standby</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>Primärserver</translation>
    </message>
    <message>
        <source>This server is a standby: it takes no writes. Was there a failover? Connect to the primary.</source>
        <translation>Dieser Server ist ein Standby: Er nimmt keine Schreibzugriffe an. Gab es ein Failover? Mit dem Primärserver verbinden.</translation>
    </message>
    <message>
        <source>The server takes writes.</source>
        <translation>Der Server nimmt Schreibzugriffe an.</translation>
    </message>
    <message>
        <source>%1 %2 on %3, database %4 as %5</source>
        <translation>%1 %2 auf %3, Datenbank %4 als %5</translation>
    </message>
    <message>
        <source>Whether this server is a replica cannot be seen: %1 A right is missing: %2</source>
        <translation>Ob dieser Server eine Replik ist, ist nicht zu sehen: %1 Es fehlt ein Recht: %2</translation>
    </message>
    <message>
        <source>This server is a replica of %1. What is written here is missing there. Connect to the primary.</source>
        <translation>Dieser Server ist eine Replik von %1. Was hier geschrieben wird, fehlt dort. Mit dem Primärserver verbinden.</translation>
    </message>
    <message>
        <source>The server takes writes and is no replica.</source>
        <translation>Der Server nimmt Schreibzugriffe an und ist keine Replik.</translation>
    </message>
    <message>
        <source>Right server, right role</source>
        <translation>Richtiger Server, richtige Rolle</translation>
    </message>
    <message>
        <source>This environment is read-only for Whimbrel (read-only = true): runs are refused.</source>
        <translation>Diese Umgebung ist für Whimbrel nur zum Lesen (read-only = true): Läufe werden abgelehnt.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::SqliteImpact</name>
    <message>
        <source>Rows of other tables may reference it.</source>
        <translation>Zeilen anderer Tabellen verweisen vielleicht darauf.</translation>
    </message>
    <message>
        <source>SQLite can add no such constraint to a table: the table has to be built again.</source>
        <translation>SQLite kann einer Tabelle keinen solchen Constraint hinzufügen: Die Tabelle muss neu aufgebaut werden.</translation>
    </message>
    <message>
        <source>an index that finds the rows</source>
        <translation>ein Index, der die Zeilen findet</translation>
    </message>
    <message>
        <source>A STORED column cannot be added to a table, only a VIRTUAL one.</source>
        <translation>Eine Spalte mit STORED lässt sich einer Tabelle nicht hinzufügen, nur eine mit VIRTUAL.</translation>
    </message>
    <message>
        <source>A PRIMARY KEY column cannot be added to a table.</source>
        <translation>Eine Spalte mit PRIMARY KEY lässt sich einer Tabelle nicht hinzufügen.</translation>
    </message>
    <message>
        <source>A UNIQUE column cannot be added to a table: add the column, then a unique index.</source>
        <translation>Eine Spalte mit UNIQUE lässt sich einer Tabelle nicht hinzufügen: Die Spalte hinzufügen, dann einen eindeutigen Index anlegen.</translation>
    </message>
    <message>
        <source>A NOT NULL column needs a default other than NULL where the table has rows.</source>
        <translation>Eine Spalte mit NOT NULL braucht einen anderen Vorgabewert als NULL, wenn die Tabelle Zeilen hat.</translation>
    </message>
    <message>
        <source>The default of an added column has to be a constant where the table has rows.</source>
        <translation>Der Vorgabewert einer hinzugefügten Spalte muss eine Konstante sein, wenn die Tabelle Zeilen hat.</translation>
    </message>
    <message>
        <source>An added column that references a table has to have a default of NULL while foreign keys are on.</source>
        <translation>Eine hinzugefügte Spalte, die auf eine Tabelle verweist, muss den Vorgabewert NULL haben, solange Fremdschlüssel eingeschaltet sind.</translation>
    </message>
    <message>
        <source>The rows there are have to pass the CHECK.</source>
        <translation>Die vorhandenen Zeilen müssen den CHECK erfüllen.</translation>
    </message>
    <message>
        <source>Indexes, constraints, views or triggers may name the column.</source>
        <translation>Indizes, Constraints, Sichten oder Trigger nennen vielleicht die Spalte.</translation>
    </message>
    <message>
        <source>A constraint of the table names the column.</source>
        <translation>Ein Constraint der Tabelle nennt die Spalte.</translation>
    </message>
    <message>
        <source>An index names the column: it has to be dropped first.</source>
        <translation>Ein Index nennt die Spalte: Er muss zuerst gelöscht werden.</translation>
    </message>
    <message>
        <source>A generated column is computed from the column.</source>
        <translation>Eine generierte Spalte wird aus der Spalte berechnet.</translation>
    </message>
    <message>
        <source>SQLite&apos;s ALTER TABLE cannot do this: the table has to be built again.</source>
        <translation>ALTER TABLE von SQLite kann dies nicht: Die Tabelle muss neu aufgebaut werden.</translation>
    </message>
    <message>
        <source>SQLite can do this from version %1 on.</source>
        <translation>SQLite kann dies ab Version %1.</translation>
    </message>
    <message>
        <source>SQLite&apos;s ALTER TABLE does one thing at a time: each needs a statement of its own.</source>
        <translation>ALTER TABLE von SQLite tut immer nur eines: Jede Änderung braucht eine eigene Anweisung.</translation>
    </message>
    <message>
        <source>SQLite&apos;s ALTER TABLE has no IF EXISTS and no IF NOT EXISTS.</source>
        <translation>ALTER TABLE von SQLite kennt weder IF EXISTS noch IF NOT EXISTS.</translation>
    </message>
    <message>
        <source>“%1” exists already.</source>
        <translation>„%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>The view “%1” reads the column.</source>
        <translation>Die View „%1“ liest die Spalte.</translation>
    </message>
    <message>
        <source>The trigger “%1” reads the column.</source>
        <translation>Der Trigger „%1“ liest die Spalte.</translation>
    </message>
    <message>
        <source>The view “%1” may read the column.</source>
        <translation>Die View „%1“ liest vielleicht die Spalte.</translation>
    </message>
    <message>
        <source>The trigger “%1” may read the column.</source>
        <translation>Der Trigger „%1“ liest vielleicht die Spalte.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::StartPage</name>
    <message>
        <source>New project here…</source>
        <translation>Neues Projekt hier…</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Anderen Ordner wählen…</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Zuletzt geöffnete Projekte</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>Aus dieser Liste entfernen</translation>
    </message>
    <message>
        <source>Projects you open are listed here. You can also drop a folder on this window.</source>
        <translation>Geöffnete Projekte werden hier aufgeführt. Ein Ordner kann auch auf dieses Fenster gezogen werden.</translation>
    </message>
    <message>
        <source>Database migrations that nobody has to wait for</source>
        <translation>Datenbankmigrationen, auf die niemand warten muss</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
</context>
<context>
    <name>Whimbrel::StatementBar</name>
    <message>
        <source>How far the statement is</source>
        <translation>Wie weit die Anweisung ist</translation>
    </message>
    <message>
        <source>The statement %1.</source>
        <comment>waits for …</comment>
        <translation>Die Anweisung %1.</translation>
    </message>
    <message>
        <source>Mind: %1.</source>
        <translation>Achtung: %1.</translation>
    </message>
    <message>
        <source>Statement at line %1, for %2</source>
        <comment>a line&apos;s number, a duration</comment>
        <translation>Anweisung in Zeile %1, seit %2</translation>
    </message>
    <message>
        <source>how far it is, the database does not tell</source>
        <translation>wie weit sie ist, sagt die Datenbank nicht</translation>
    </message>
    <message>
        <source>COMMIT, for %1</source>
        <comment>a duration</comment>
        <translation>COMMIT, seit %1</translation>
    </message>
</context>
<context>
    <name>Whimbrel::Suppressions</name>
    <message>
        <source>This comment silences “%1” and does not say why.</source>
        <translation>Dieser Kommentar schaltet „%1“ stumm und sagt nicht, warum.</translation>
    </message>
    <message>
        <source>There is no rule “%1” to ignore.</source>
        <translation>Es gibt keine Regel „%1“, die zu ignorieren wäre.</translation>
    </message>
    <message>
        <source>This comment stands directly above no statement, so it silences “%1” nowhere.</source>
        <translation>Dieser Kommentar steht direkt über keiner Anweisung, daher schaltet er „%1“ nirgends stumm.</translation>
    </message>
    <message>
        <source>“%1” finds nothing here that this comment could silence.</source>
        <translation>„%1“ findet hier nichts, was dieser Kommentar stummschalten könnte.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::TableSizesProbe</name>
    <message>
        <source>about %1 rows</source>
        <translation>etwa %1 Zeilen</translation>
    </message>
    <message>
        <source>warning over %1 or %2 rows</source>
        <translation>Warnung über %1 oder %2 Zeilen</translation>
    </message>
    <message>
        <source>no existing table</source>
        <translation>keine vorhandene Tabelle</translation>
    </message>
    <message>
        <source>Pending statements name no table that exists already.</source>
        <translation>Die ausstehenden Anweisungen nennen keine Tabelle, die es schon gibt.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>failed for an engine without transactions</source>
        <translation>fehlgeschlagen bei einer Engine ohne Transaktionen</translation>
    </message>
    <message>
        <source>Changes to these tables cannot be rolled back: their engine has no transactions. Convert them to InnoDB first.</source>
        <translation>Änderungen an diesen Tabellen können nicht zurückgerollt werden: Ihre Engine hat keine Transaktionen. Zuerst in InnoDB umwandeln.</translation>
    </message>
    <message>
        <source>A statement that rewrites or scans a table of this size takes minutes. Look at each one in the plan, and measure it on staging with as many rows.</source>
        <translation>Eine Anweisung, die eine Tabelle dieser Größe neu schreibt oder durchsucht, dauert Minuten. Jede im Plan ansehen und sie auf Staging mit ebenso vielen Zeilen messen.</translation>
    </message>
    <message>
        <source>Even a rewrite of these tables is short.</source>
        <translation>Selbst ein Neuschreiben dieser Tabellen dauert nur kurz.</translation>
    </message>
    <message>
        <source>Sizes of the tables concerned</source>
        <translation>Größe der betroffenen Tabellen</translation>
    </message>
    <message>
        <source>A table is locked so strongly that its size cannot be read. Is a migration running?</source>
        <translation>Eine Tabelle ist so stark gesperrt, dass ihre Größe nicht gelesen werden kann. Läuft eine Migration?</translation>
    </message>
    <message>
        <source>Pending statements name what this connection does not find: %1. Look whether the role may see it, and in which schema it is.</source>
        <translation>Ausstehende Anweisungen nennen, was diese Verbindung nicht findet: %1. Prüfen Sie, ob die Rolle es sehen darf und in welchem Schema es liegt.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::TextLintReport</name>
    <message>
        <source>Why: %1</source>
        <translation>Warum: %1</translation>
    </message>
    <message>
        <source>Instead: %1</source>
        <translation>Stattdessen: %1</translation>
    </message>
    <message>
        <source>Not certain: the schema, or the server’s version, is not known here. With a connection (-d or -e) it would be.</source>
        <translation>Ungewiss: Das Schema oder die Version des Servers ist hier nicht bekannt. Eine Verbindung (-d oder -e) würde es klären.</translation>
    </message>
</context>
<context>
    <name>Whimbrel::TimelineFilterBar</name>
    <message>
        <source>Search migrations</source>
        <translation>Migrationen suchen</translation>
    </message>
    <message>
        <source>Show states</source>
        <translation>Zustände zeigen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Angewendet</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
</context>
<context>
    <name>Whimbrel::TimelineModel</name>
    <message numerus="yes">
        <source>%1, %n migration(s)</source>
        <translation>
            <numerusform>%1, %n Migration</numerusform>
            <numerusform>%1, %n Migrationen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::TimelinePane</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>&amp;Open the file</source>
        <translation>Datei &amp;öffnen</translation>
    </message>
    <message>
        <source>Show what &amp;changed</source>
        <translation>Ä&amp;nderungen zeigen</translation>
    </message>
    <message>
        <source>&amp;Apply up to here…</source>
        <translation>Bis hierher &amp;anwenden…</translation>
    </message>
    <message>
        <source>Roll &amp;back to here…</source>
        <translation>Bis hierher &amp;zurückrollen…</translation>
    </message>
    <message>
        <source>Copy &amp;version</source>
        <translation>&amp;Version kopieren</translation>
    </message>
    <message>
        <source>&amp;Search migrations</source>
        <translation>Migrationen &amp;suchen</translation>
    </message>
    <message numerus="yes">
        <source>%n migration(s)</source>
        <translation>
            <numerusform>%n Migration</numerusform>
            <numerusform>%n Migrationen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n ausstehend</numerusform>
            <numerusform>%n ausstehend</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>No migrations yet.
Migration ▸ New migration writes the first one.</source>
        <translation>Noch keine Migrationen.
Migration ▸ Neue Migration schreibt die erste.</translation>
    </message>
    <message>
        <source>No migration fits the search.</source>
        <translation>Keine Migration passt zur Suche.</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>Read from the database at %1</source>
        <translation>Aus der Datenbank gelesen: %1</translation>
    </message>
    <message>
        <source>&amp;What became of it…</source>
        <translation>Was daraus &amp;wurde…</translation>
    </message>
</context>
<context>
    <name>Whimbrel::Workbench</name>
    <message>
        <source>your settings</source>
        <translation>den eigenen Einstellungen</translation>
    </message>
    <message>
        <source>%1 is protected, and its release is still being read.</source>
        <translation>%1 ist geschützt, und das Release dafür wird noch gelesen.</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>Open a project folder</source>
        <translation>Projektordner öffnen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Open folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>A folder with migrations that you already have</source>
        <translation>Ein Ordner mit bereits vorhandenen Migrationen</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>Projekt sch&amp;ließen</translation>
    </message>
    <message>
        <source>&amp;Apply pending…</source>
        <translation>&amp;Ausstehende anwenden…</translation>
    </message>
    <message>
        <source>&amp;Roll back…</source>
        <translation>&amp;Zurückrollen…</translation>
    </message>
    <message>
        <source>Re&amp;do the last one…</source>
        <translation>&amp;Letzte erneut anwenden…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stoppen</translation>
    </message>
    <message>
        <source>Cancel the statement in flight and stop the run</source>
        <translation>Die laufende Anweisung abbrechen und den Lauf stoppen</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>Be&amp;fehle…</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>Aktualisie&amp;ren</translation>
    </message>
    <message>
        <source>Co&amp;nnect again</source>
        <translation>Erneut &amp;verbinden</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Apply %n pending…</source>
        <translation>
            <numerusform>%n &amp;ausstehende anwenden…</numerusform>
            <numerusform>%n &amp;ausstehende anwenden…</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Reset &amp;layout</source>
        <translation>&amp;Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>%1, a %2 project</source>
        <translation>%1, ein Projekt im Format %2</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>&amp;Neues Projekt…</translation>
    </message>
    <message>
        <source>A folder for migrations in dbmate&apos;s format</source>
        <translation>Ein Ordner für Migrationen im Format von dbmate</translation>
    </message>
    <message>
        <source>&amp;Try the sample</source>
        <translation>Beispiel a&amp;usprobieren</translation>
    </message>
    <message>
        <source>A small shop on SQLite: needs no server</source>
        <translation>Ein kleiner Shop auf SQLite: braucht keinen Server</translation>
    </message>
    <message>
        <source>&amp;New migration…</source>
        <translation>Neue &amp;Migration…</translation>
    </message>
    <message>
        <source>Connect a &amp;database…</source>
        <translation>&amp;Datenbank verbinden…</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Reset the sample…</source>
        <translation>Beispiel zu&amp;rücksetzen…</translation>
    </message>
    <message>
        <source>&amp;About Whimbrel</source>
        <translation>Ü&amp;ber Whimbrel</translation>
    </message>
    <message>
        <source>Show the &amp;plan</source>
        <translation>&amp;Plan zeigen</translation>
    </message>
    <message>
        <source>What Apply would run, statement by statement; changes nothing</source>
        <translation>Was „Anwenden“ ausführen würde, Anweisung für Anweisung; ändert nichts</translation>
    </message>
</context>
<context>
    <name>WorkbenchLocks</name>
    <message>
        <source>An incident could not be kept in the release: %1</source>
        <translation>Ein Vorfall ließ sich im Release nicht festhalten: %1</translation>
    </message>
</context>
</TS>

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
        <source>The database's name in the URL is not encoded properly.</source>
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
    <name>LocksCommand</name>
    <message>
        <source>“%1” is no session's number.</source>
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
</context>
<context>
    <name>MariaDbSampler</name>
    <message>
        <source>Limited view: without the privilege PROCESS this user sees its own sessions only, and no waits for rows.</source>
        <translation>Eingeschränkte Sicht: Ohne das Recht PROCESS sieht dieser Benutzer nur seine eigenen Sitzungen und kein Warten auf Zeilen.</translation>
    </message>
    <message>
        <source>Who blocks a table's metadata lock is not known: that needs SELECT on performance_schema.</source>
        <translation>Wer die Metadatensperre einer Tabelle blockiert, ist nicht bekannt: Dazu braucht es SELECT auf performance_schema.</translation>
    </message>
    <message>
        <source>Who blocks a table's metadata lock is not known: that needs the server's plugin METADATA_LOCK_INFO.</source>
        <translation>Wer die Metadatensperre einer Tabelle blockiert, ist nicht bekannt: Dazu braucht es das Server-Plugin METADATA_LOCK_INFO.</translation>
    </message>
    <message>
        <source>Nothing was changed. An administrator can allow it with: %1</source>
        <translation>Nichts wurde geändert. Ein Administrator kann es erlauben mit: %1</translation>
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
        <source>A system table of the server is locked, so that the names of what is waited for cannot be read.</source>
        <translation>Eine Systemtabelle des Servers ist gesperrt, daher lassen sich die Namen dessen, worauf gewartet wird, nicht lesen.</translation>
    </message>
    <message>
        <source>A system table of the server is locked, so that only the waiting sessions can be read, not whom they wait for.</source>
        <translation>Eine Systemtabelle des Servers ist gesperrt, daher lassen sich nur die wartenden Sitzungen lesen, nicht, auf wen sie warten.</translation>
    </message>
    <message>
        <source>Limited view: this role cannot see the statements and states of other roles' sessions.</source>
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
        <source>Everything in the sample's folder is replaced.</source>
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
        <source>“%1” is a command of the database's own client; the server does not know it.</source>
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
        <source>Check the database's name, and that the user may use it.</source>
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
        <source>an option of the URL contains a semicolon, which Qt's driver cannot pass on.</source>
        <translation>eine Option der URL enthält ein Semikolon, das der Treiber von Qt nicht weitergeben kann.</translation>
    </message>
    <message>
        <source>Qt's MySQL driver gives no access to the client library.</source>
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
        <source>The server's pg_hba.conf does not let this user connect from here with this encryption.</source>
        <translation>pg_hba.conf des Servers lässt diesen Benutzer von hier mit dieser Verschlüsselung nicht zu.</translation>
    </message>
    <message>
        <source>Check the names of the database and the user.</source>
        <translation>Die Namen der Datenbank und des Benutzers prüfen.</translation>
    </message>
    <message>
        <source>Check the URL's sslmode and sslrootcert.</source>
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
        <source>the URL's option “%1” is unknown.</source>
        <translation>die Option „%1“ der URL ist unbekannt.</translation>
    </message>
    <message>
        <source>Qt's PostgreSQL driver gives no access to libpq.</source>
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
        <source>Create the folder, or correct the database's path.</source>
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
        <source>Qt's SQLite driver gives no access to SQLite.</source>
        <translation>Der SQLite-Treiber von Qt gibt keinen Zugang zu SQLite.</translation>
    </message>
    <message>
        <source>Qt's SQLite driver uses SQLite %1 and Whimbrel SQLite %2.</source>
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
        <source>Correct the database's path; the file was not touched.</source>
        <translation>Den Pfad der Datenbank berichtigen; die Datei wurde nicht angefasst.</translation>
    </message>
    <message>
        <source>Check the URL's ssl-ca and ssl-mode, and that the server's certificate is valid for this host.</source>
        <translation>Prüfen, ob ssl-ca und ssl-mode in der URL stimmen und das Zertifikat des Servers für diesen Host gültig ist.</translation>
    </message>
    <message>
        <source>the host's name contains a semicolon.</source>
        <translation>der Name des Hosts enthält ein Semikolon.</translation>
    </message>
    <message>
        <source>the URL's ssl-mode or tls is not one that is known.</source>
        <translation>der Wert von ssl-mode oder tls in der URL ist unbekannt.</translation>
    </message>
    <message>
        <source>Known are disabled, preferred, required, verify-ca and verify-identity, and dbmate's true, false and skip-verify.</source>
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
        <extracomment>a month and its year, as the heading of a group: QDate's format</extracomment>
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
        <source>Write a number with ms, s, min or h, such as "100ms" or "5min", or "0".</source>
        <translation>Eine Zahl mit ms, s, min oder h schreiben, etwa "100ms" oder "5min", oder "0".</translation>
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
        <source>The database's address holds a password, which is not written into whimbrel.toml.</source>
        <translation>Die Adresse der Datenbank enthält ein Passwort, das nicht in whimbrel.toml geschrieben wird.</translation>
    </message>
    <message>
        <source>Leave it out of the address: it is kept in the keychain, in PGPASSWORD or MYSQL_PWD, or in the database's own password file.</source>
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
        <source>Check the permissions of the project's folder.</source>
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
        <source>A migration's name begins with its version, such as 20240131120000_add_users.sql.</source>
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
        <source>Go to the project's folder or name it with --project; a new project begins with a whimbrel.toml and a folder db/migrations.</source>
        <translation>In den Ordner des Projekts wechseln oder es mit --project nennen; ein neues Projekt beginnt mit einer whimbrel.toml und einem Ordner db/migrations.</translation>
    </message>
    <message>
        <source>The migrations in %1 are of several formats: %2.</source>
        <translation>Die Migrationen in %1 haben mehrere Formate: %2.</translation>
    </message>
    <message>
        <source>Say which one to read with “format” in whimbrel.toml or --format, or move the others' files away.</source>
        <translation>Mit „format“ in whimbrel.toml oder --format sagen, welches zu lesen ist, oder die Dateien der anderen verschieben.</translation>
    </message>
    <message>
        <source>whimbrel.toml names no format, and its folders hold no migrations to know one by.</source>
        <translation>whimbrel.toml nennt kein Format, und ihre Ordner enthalten keine Migrationen, an denen es zu erkennen wäre.</translation>
    </message>
    <message>
        <source>Add a line such as format = "dbmate"; known are: %1.</source>
        <translation>Eine Zeile wie format = "dbmate" hinzufügen; bekannt sind: %1.</translation>
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
        <source>Write a name such as "red", or "#rrggbb".</source>
        <translation>Einen Namen wie "red" schreiben, oder "#rrggbb".</translation>
    </message>
    <message>
        <source>The environment “%1” names no database.</source>
        <translation>Die Umgebung „%1“ nennt keine Datenbank.</translation>
    </message>
    <message>
        <source>Add a line such as url = "postgresql://user@host/database".</source>
        <translation>Eine Zeile wie url = "postgresql://user@host/database" hinzufügen.</translation>
    </message>
    <message>
        <source>The address of the environment “%1” holds a password.</source>
        <translation>Die Adresse der Umgebung „%1“ enthält ein Passwort.</translation>
    </message>
    <message>
        <source>This file is meant to be shared: take the password out of it, and keep it in the keychain, in PGPASSWORD or MYSQL_PWD, or in the database's own password file.</source>
        <translation>Diese Datei ist zum Teilen gedacht: das Passwort herausnehmen und es im Schlüsselbund, in PGPASSWORD oder MYSQL_PWD oder in der Passwortdatei der Datenbank aufbewahren.</translation>
    </message>
    <message>
        <source>“%1” is not a choice for the journal.</source>
        <translation>„%1“ steht für das Journal nicht zur Wahl.</translation>
    </message>
    <message>
        <source>Write "on" or "off".</source>
        <translation>"on" oder "off" schreiben.</translation>
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
        <source>Write a list of texts, such as ["db/migrations"].</source>
        <translation>Eine Liste von Texten schreiben, etwa ["db/migrations"].</translation>
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
        <source>in the run's transaction</source>
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
        <source>The server rolls the migration's transaction back: nothing of it stays in the database, and the history does not list it as done.</source>
        <translation>Der Server rollt die Transaktion der Migration zurück: Nichts davon bleibt in der Datenbank, und der Verlauf führt sie nicht als erledigt.</translation>
    </message>
    <message>
        <source>The migration's transaction was rolled back: nothing of it is in the database.</source>
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
    <message>
        <source>An index that CREATE INDEX CONCURRENTLY could not finish stays behind as invalid: drop it before you run again.</source>
        <translation>Ein Index, den CREATE INDEX CONCURRENTLY nicht fertigstellen konnte, bleibt als ungültig zurück: ihn vor dem nächsten Ausführen mit DROP INDEX entfernen.</translation>
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
        <source>The run's log “%1” cannot be written: %2</source>
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
        <source>“%1” is a command of the database's own client; no server knows it.</source>
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
        <source>Bring back these statements and change only what follows; or undo their effect by hand and delete the migration's row from Whimbrel's journal.</source>
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
        <source>That attempt of %1 was cut off: statement %2 may have taken effect too. Look before you run it again.</source>
        <translation>Jener Versuch vom %1 wurde abgeschnitten: Auch Anweisung %2 ist vielleicht wirksam geworden. Vor dem nächsten Ausführen nachsehen.</translation>
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
        <source>write a new, empty migration</source>
        <translation>eine neue, leere Migration schreiben</translation>
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
        <source>what would run: statements and transactions; changes nothing</source>
        <translation>was ausgeführt würde: Anweisungen und Transaktionen; ändert nichts</translation>
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
        <source>The run's log “%1” is not complete: %2. The run itself is not affected.</source>
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
        <source>This was Whimbrel's journal. If the migration changes the role, let it end with RESET ROLE; or switch the journal off with “journal = "off"” in whimbrel.toml.</source>
        <translation>Das betraf das Journal von Whimbrel. Wechselt die Migration die Rolle, sie mit RESET ROLE enden lassen; oder das Journal mit „journal = "off"“ in whimbrel.toml abschalten.</translation>
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
        <source>The run goes on without Whimbrel's journal, because %1 cannot be used: %2. Edited files will not be noticed, and a migration outside a transaction cannot be resumed. “journal = "off"” in whimbrel.toml ends this warning.</source>
        <translation>Der Lauf geht ohne das Journal von Whimbrel weiter, weil %1 nicht verwendet werden kann: %2. Bearbeitete Dateien werden nicht bemerkt, und eine Migration außerhalb einer Transaktion kann nicht fortgesetzt werden. „journal = "off"“ in whimbrel.toml beendet diese Warnung.</translation>
    </message>
    <message>
        <source>The table %1 was created: Whimbrel keeps there what it ran, so that edited files are noticed and an interrupted run can go on. “journal = "off"” in whimbrel.toml switches it off.</source>
        <translation>Die Tabelle %1 wurde angelegt: Whimbrel hält dort fest, was es ausgeführt hat, damit bearbeitete Dateien bemerkt werden und ein unterbrochener Lauf fortgesetzt werden kann. „journal = "off"“ in whimbrel.toml schaltet sie ab.</translation>
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
        <source>%1 commits this migration's definitions by itself, so the run cannot be one transaction.</source>
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
        <source>No backup is named, so a person has to look. With backup-file = "PATH" in [environment.%1] of whimbrel.toml Whimbrel does.</source>
        <translation>Es ist kein Backup genannt, also muss ein Mensch nachsehen. Mit backup-file = "PATH" in [environment.%1] von whimbrel.toml tut es Whimbrel.</translation>
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
        <source>Write extends = "standard".</source>
        <translation>extends = "standard" schreiben.</translation>
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
        <source>Add extends = "standard".</source>
        <translation>extends = "standard" hinzufügen.</translation>
    </message>
    <message>
        <source>The checklist has no items.</source>
        <translation>Die Checkliste hat keine Punkte.</translation>
    </message>
    <message>
        <source>Add [[before]] with id and title, or extends = "standard".</source>
        <translation>[[before]] mit id und title hinzufügen, oder extends = "standard".</translation>
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
        <source>The application's slow and frequent queries keep their times while the migration runs.</source>
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
        <source>Columns, indexes, constraints and rights are as the migrations say, for the application's role too.</source>
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
        <source>Always, and check the server's certificate</source>
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
        <source>the system's</source>
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
        <source>the server's</source>
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
        <extracomment>%1 is the database's error, the number is how long until the next try</extracomment>
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
        <source>A migration stopped half-way. The run's log says which of its statements took effect.</source>
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
        <source>No health page is named, so a person has to look. With health-url = "URL" in [environment.%1] of whimbrel.toml Whimbrel does.</source>
        <translation>Es ist keine Statusseite genannt, also muss ein Mensch nachsehen. Mit health-url = "URL" in [environment.%1] von whimbrel.toml übernimmt das Whimbrel.</translation>
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
        <source>The file is damaged. Do not migrate it: make a copy, and restore a backup or recover it with sqlite3's .recover.</source>
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
        <source>Remove it with the desktop's own program; its name there is %1.</source>
        <translation>Es lässt sich mit dem Programm der Arbeitsumgebung entfernen; dort heißt es %1.</translation>
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
        <source>Copy statement</source>
        <translation>Anweisung kopieren</translation>
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
        <source>Frozen. Now: %1</source>
        <translation>Angehalten. Jetzt: %1</translation>
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
    <message>
        <source>Connection lost: %1 What is shown is %2 old. Trying again.</source>
        <translation>Verbindung verloren: %1 Das Gezeigte ist %2 alt. Es wird erneut versucht.</translation>
    </message>
    <message>
        <source>%1 An administrator can change it with: %2</source>
        <translation>%1 Ein Administrator kann das ändern mit: %2</translation>
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
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
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
    <name>Whimbrel::MigrationEditor</name>
    <message>
        <source>This file mixes kinds of line ends. Saving it would change lines that nobody touched, and with them its checksum, so it is open for reading only.</source>
        <translation>In dieser Datei sind verschiedene Zeilenenden gemischt. Speichern würde Zeilen ändern, die niemand angefasst hat, und damit ihre Prüfsumme; sie ist daher nur zum Lesen geöffnet.</translation>
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
        <source>This file was deleted or moved. Its text is still here; saving writes the file again.</source>
        <translation>Diese Datei wurde gelöscht oder verschoben. Ihr Text ist noch hier; Speichern schreibt die Datei neu.</translation>
    </message>
    <message>
        <source>In the editor</source>
        <translation>Im Editor</translation>
    </message>
    <message>
        <source>This file is not valid UTF-8, so what is shown of it may be wrong in places. It is open for reading only, so that it stays as it is.</source>
        <translation>Diese Datei ist kein gültiges UTF-8, daher kann stellenweise falsch sein, was von ihr gezeigt wird. Sie ist nur zum Lesen geöffnet, damit sie so bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>not UTF-8</source>
        <translation>kein UTF-8</translation>
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
        <source>Writes whimbrel.toml and the folder db/migrations in dbmate's format.
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
        <source>the probe's state “%1” is not known</source>
        <translation>der Zustand „%1“ der Prüfung ist nicht bekannt</translation>
    </message>
    <message>
        <source>the probe's time “%1” cannot be read</source>
        <translation>die Zeit „%1“ der Prüfung kann nicht gelesen werden</translation>
    </message>
</context>
<context>
    <name>Whimbrel::ProblemsModel</name>
    <message>
        <source>Error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
</context>
<context>
    <name>Whimbrel::ProblemsPane</name>
    <message>
        <source>The project's files have no problems.</source>
        <translation>Die Dateien des Projekts haben keine Probleme.</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Problems (%1)</source>
        <translation>Probleme (%1)</translation>
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
        <source>&amp;Reason, kept in the release's log and report:</source>
        <translation>&amp;Begründung, bleibt im Protokoll und im Bericht des Releases:</translation>
    </message>
    <message>
        <source>&amp;Remark, kept in the release's log and report:</source>
        <translation>Be&amp;merkung, bleibt im Protokoll und im Bericht des Releases:</translation>
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
        <source>It stays in the release's log and report with your name.</source>
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
        <source>This line of the release's log is damaged and is left out: %1.</source>
        <translation>Diese Zeile im Protokoll des Releases ist beschädigt und wird ausgelassen: %1.</translation>
    </message>
    <message>
        <source>Restore the file from version control, or delete the line.</source>
        <translation>Die Datei aus der Versionsverwaltung wiederherstellen oder die Zeile löschen.</translation>
    </message>
    <message>
        <source>This line of the release's log cannot be read and is left out: %1.</source>
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
        <source>%1, in the run's one transaction</source>
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
</context>
<context>
    <name>Whimbrel::RunPane</name>
    <message>
        <source>Statements done</source>
        <translation>Erledigte Anweisungen</translation>
    </message>
    <message>
        <source>Name of the protected environment</source>
        <translation>Name der geschützten Umgebung</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Cancels the statement in flight (Ctrl+.)</source>
        <translation>Bricht die laufende Anweisung ab (Strg+.)</translation>
    </message>
    <message>
        <source>Plan Again</source>
        <translation>Neu planen</translation>
    </message>
    <message>
        <source>Where it runs, and what happened</source>
        <translation>Wo der Lauf stattfindet und was geschehen ist</translation>
    </message>
    <message>
        <source>Open File</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Open Log</source>
        <translation>Protokoll öffnen</translation>
    </message>
    <message>
        <source>Nothing is planned. Apply and Roll back in the toolbar show what would run before anything does.</source>
        <translation>Nichts ist geplant. „Anwenden“ und „Zurückrollen“ in der Werkzeugleiste zeigen, was ausgeführt würde, bevor etwas geschieht.</translation>
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
    <message>
        <source>No plan could be made</source>
        <translation>Es konnte kein Plan erstellt werden</translation>
    </message>
    <message numerus="yes">
        <source>%n statements in %1.</source>
        <translation>
            <numerusform>%n Anweisung in %1.</numerusform>
            <numerusform>%n Anweisungen in %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Plans the rollback of what this run applied; nothing runs before you agree</source>
        <translation>Plant das Zurückrollen dessen, was dieser Lauf angewendet hat; nichts wird ausgeführt, bevor Sie zustimmen</translation>
    </message>
    <message>
        <source>Open Release</source>
        <translation>Release öffnen</translation>
    </message>
    <message>
        <source>There is nothing to run.</source>
        <translation>Es gibt nichts auszuführen.</translation>
    </message>
    <message numerus="yes">
        <source>Roll Back %n Migrations…</source>
        <translation>
            <numerusform>%n Migration zurückrollen…</numerusform>
            <numerusform>%n Migrationen zurückrollen…</numerusform>
        </translation>
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
        <source>Connect again</source>
        <translation>Erneut verbinden</translation>
    </message>
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
        <source>A folder for migrations in dbmate's format</source>
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
</TS>

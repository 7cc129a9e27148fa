<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Whimbrel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;A workbench for database migrations that nobody has to wait for.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;&lt;p&gt;Built on Qt %1, KDE Frameworks (KTextEditor, KSyntaxHighlighting, Breeze icons), QtKeychain and toml++.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionSettings</name>
    <message>
        <source>An option of the database URL is not encoded properly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a percent sign as %25.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value of the option “%1” in the database URL is not encoded properly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address “%1” in the database URL lacks its closing bracket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the database URL, only a port may follow the address “[%1]”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host “%1” in the database URL is not encoded properly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” in the database URL is not a port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535. Write the characters : / ? # and @ of a password as %3A %2F %3F %23 and %40.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hosts of the database URL have different ports, which Whimbrel cannot keep apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give all of them one port, or name one host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user in the database URL is not encoded properly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password in the database URL is not encoded properly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” in the database URL is not a number of seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database URL lacks “//” after “%1:”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %1://user@host/database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database&apos;s name in the URL is not encoded properly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path in the database URL is not encoded properly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database URL names no file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write sqlite:FILE, such as sqlite:shop.db.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A database in memory would be gone as soon as its connection ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a file: sqlite:FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write sqlite:FILE, postgresql://user@host/database, mysql://user@host/database or mariadb://user@host/database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database URL is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database URL has no scheme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whimbrel does not know databases of the kind “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LockConfirmation</name>
    <message>
        <source>This is a session of this run: the run stops with an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session ends, its transaction is rolled back, and its application sees a lost connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session runs no statement now: cancelling changes nothing and its locks stay. Only terminating it frees them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The statement fails with an error in its application. Locks of earlier statements of its transaction stay until that ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last statement: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel a statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminate a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the statement of session %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminate session %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the statement of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminate session %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it alone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LockRamp</name>
    <message>
        <source>stops neither reads nor writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stops changes of the schema only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stops writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stops reads and writes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LocksCommand</name>
    <message>
        <source>“%1” is no session&apos;s number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“whimbrel locks” lists the sessions with their numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session %1 neither waits nor makes others wait. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“whimbrel locks” lists the sessions that do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session %1 is gone. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server was asked to cancel the statement of session %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server was asked to end session %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--watch, --cancel and --terminate cannot be combined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who blocks whom, now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go on until stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancel the statement of a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end a session; its transaction is rolled back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LocksReport</name>
    <message>
        <source>holds %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>(Whimbrel)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>blocks %n session(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>in a deadlock: the server will cancel one of its sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last statement: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prepared transaction %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 waiting, %2 because of us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a transaction for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, blocker not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, queued behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session is seen to wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, the longest for %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MariaDbSampler</name>
    <message>
        <source>Limited view: without the privilege PROCESS this user sees its own sessions only, and no waits for rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who blocks a table&apos;s metadata lock is not known: that needs SELECT on performance_schema.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who blocks a table&apos;s metadata lock is not known: that needs the server&apos;s plugin METADATA_LOCK_INFO.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. An administrator can allow it with: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PostgreSqlSampler</name>
    <message>
        <source>A system table of the server is locked, so that the names of what is waited for cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A system table of the server is locked, so that only the waiting sessions can be read, not whom they wait for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limited view: this role cannot see the statements and states of other roles&apos; sessions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A prepared transaction has no process that could be cancelled. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End it in its own database with: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. A superuser can allow it with: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The down sections of these migrations run on %1:

%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of their statements drops or deletes anything by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These statements take data with them, which only a backup brings back:

%1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SQLiteSampler</name>
    <message>
        <source>SQLite does not tell who holds a lock, and this system does not tell it either.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLite does not tell who waits. Shown are the processes that hold a lock on the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLite has no server that could cancel the statement of another process. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop process %1 (%2) itself, or wait until it ends its transaction.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleActions</name>
    <message>
        <source>Making the sample project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in the sample&apos;s folder is replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its migrations, databases and releases are then as on the first day.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScriptReader</name>
    <message>
        <source>DELIMITER needs the text that is to end the statements from here on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The executable comment that begins here is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body that begins here is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The statement before this DELIMITER is not ended by its own delimiter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data of COPY begin on the next line; this text is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data of this COPY do not end with a line \.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comment that begins here is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quoted name that begins here is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The string that begins here is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>“%1” is a command of the database&apos;s own client; the server does not know it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say it in SQL, or run this file with the client.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COPY … TO STDOUT sends rows to a client, and here is none to receive them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the statement, or COPY to a file of the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The statement contains a NUL character, and the database would read it only up to there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text with a NUL character cannot be sent to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A transaction is open already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no transaction to commit: a statement has ended it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection ended during COMMIT: whether the transaction was committed is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 was lost: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no reason was given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server rolls back what was not committed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out whether the server is up and who ended the connection, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot connect to %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A query of Whimbrel has %1 placeholders for %2 values. This is a fault in Whimbrel.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineTexts</name>
    <message>
        <source>pending, runs next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running, %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>partly applied, %1 of %n statement(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>modified since applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applied, file missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no transaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>irreversible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applied %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <extracomment>a month and its year, as the heading of a group: QDate&apos;s format</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel</name>
    <message>
        <source>The command does not take “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“whimbrel help %1” lists what is possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” lists what is possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The flag “%1” belongs to a command, and none was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the project (default: here, or the nearest folder above that has one)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the environment of whimbrel.toml</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the database itself: sqlite:PATH, postgresql://…, mysql://…, mariadb://…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tool whose project this is, instead of detecting it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print JSON for programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print results and errors only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print without colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stands for typing the name of a protected environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>explain the command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: whimbrel [DIR]              open the window
       whimbrel COMMAND [FLAGS]    work without a window
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flags of every command:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“whimbrel help COMMAND” explains one command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flags:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command and no folder “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean “whimbrel %1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>explain a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window cannot be opened: its library does not load.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command line works without it; “whimbrel help” lists the commands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the user and the password; it comes from the URL, MYSQL_PWD or the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the database&apos;s name, and that the user may use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the authentication plug-in of the MariaDB client library that the server asks for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the URL&apos;s ssl-ca, and that the server&apos;s certificate is valid for this host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the server runs, and the path of its socket (unix_socket in the URL).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check host and port, and that the server runs and listens there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the user and the password; it comes from the URL, PGPASSWORD, ~/.pgpass or the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s pg_hba.conf does not let this user connect from here with this encryption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the names of the database and the user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the URL&apos;s sslmode and sslrootcert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing answered in time: check host, port and firewall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the server runs and that its socket is in this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a duration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number with ms, s, min or h, such as &quot;100ms&quot; or &quot;5min&quot;, or &quot;0&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The environment is not written as a section of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as [environment.NAME] with a line for each key, or change it by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database&apos;s address holds a password, which is not written into whimbrel.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it out of the address: it is kept in the keychain, in PGPASSWORD or MYSQL_PWD, or in the database&apos;s own password file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed; check the folder and the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it readable for you, or restore it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read to its end: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQL files with “-- migrate:up” and “-- migrate:down” sections in db/migrations; the table schema_migrations keeps the versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dbmate: .sql files with a “-- migrate:up” line, in db/migrations or where DBMATE_MIGRATIONS_DIR says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is a symbolic link out of the project, to %1; it is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the file itself here if it is to be trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file begins with a byte order mark. Whimbrel leaves it out; dbmate may refuse the file because of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new migration needs a description.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in a few words what it does, such as “add user status”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “%1” cannot be created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the permissions of the project&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the folder and the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dbmate sends this section as one string, which PostgreSQL runs as one transaction: there it would fail. Give the statement that must not run in a transaction a migration of its own if dbmate is to run it too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dbmate sends this section as one string, which PostgreSQL runs as one transaction: a failure would undo all of it. Whimbrel runs it statement by statement: what was done before a failure stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dbmate cannot run COPY … FROM STDIN with its data; Whimbrel can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The migrations folder “%1” does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create it, or name the right one: “migrations” in whimbrel.toml or DBMATE_MIGRATIONS_DIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The migrations folder “%1” is a symbolic link out of the project, to %2; it is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the real folder in whimbrel.toml if its files are to be trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The migrations folder “%1” cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it readable for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is named like a migration and is a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a symbolic link out of the project, to %2; it is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not named like a migration, so dbmate ignores it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its ending has to be “.sql” in lower case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A migration&apos;s name begins with its version, such as 20240131120000_add_users.sql.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several files have the version %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history holds a version once, so only one of them can be applied: rename the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table %1 of this database belongs to %2, as its columns show. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to the right database, or give dbmate a table of its own: “history-table” in whimbrel.toml, or DBMATE_MIGRATIONS_TABLE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1 looks like a marker: it has to begin at the start of its line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put “-- migrate:up” above the statements to apply and “-- migrate:down” above those that undo them, each on a line of its own, in lower case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has no “-- migrate:up” line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something other than a comment stands before the first “-- migrate:up” line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it below the marker; dbmate refuses the file otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This “-- migrate:down” has no “-- migrate:up” before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each pair of sections begins with “-- migrate:up”; dbmate refuses the file otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No “-- migrate:down” follows this “-- migrate:up”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a line “-- migrate:down” at the end; the section may stay empty. dbmate refuses the file otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a “-- migrate:up” and a “-- migrate:down” section into it, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds a NUL character; SQL text never does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has several pairs of sections. dbmate applies the first and then fails, because it records the version once for each; Whimbrel runs them all and records it once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format “%1” is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known are: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This looks like a %1 project (%2); Whimbrel reads %3 so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project of a format that Whimbrel reads, or name its format with “format” in whimbrel.toml or --format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no migration project in %1 or above it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked for:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the project&apos;s folder or name it with --project; a new project begins with a whimbrel.toml and a folder db/migrations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The migrations in %1 are of several formats: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which one to read with “format” in whimbrel.toml or --format, or move the others&apos; files away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whimbrel.toml names no format, and its folders hold no migrations to know one by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a line such as format = &quot;dbmate&quot;; known are: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 does not exist or cannot be entered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name and its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds a project already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a colour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a name such as &quot;red&quot;, or &quot;#rrggbb&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The environment “%1” names no database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a line such as url = &quot;postgresql://user@host/database&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of the environment “%1” holds a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is meant to be shared: take the password out of it, and keep it in the keychain, in PGPASSWORD or MYSQL_PWD, or in the database&apos;s own password file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a choice for the journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write &quot;on&quot; or &quot;off&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no environment “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a section [environment.%1], or name one that is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whimbrel.toml cannot be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it readable for you, or work in another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample’s file %1 cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space, or see who may write there, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder for the sample cannot be made: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See who may write to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample cannot be put into %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See whether something else is there, and who may write to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 is there, but it holds no sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the sample to make it anew, or move the folder away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old sample in %1 cannot be moved away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close what has its files open, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whimbrel.toml names no environments; give a database with --database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of %1 with --environment, or set default-environment in whimbrel.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address was given by %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the address of the environment “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whimbrel.toml names several environments and no default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename or remove the folder: a migration is a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read to its end: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk, or restore the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds a NUL byte at offset %1; SQL text never does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be UTF-16 or not a text at all: save it as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not UTF-8: byte 0x%1 at offset %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be Latin-1: convert it, for example with “iconv -f LATIN1 -t UTF-8”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not valid TOML: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts stand in double quotes, a section begins with [name], and no key may be there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a text in double quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write true or false, without quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a list of texts, such as [&quot;db/migrations&quot;].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a section that begins with [%1].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key “%1” is not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value of “%1” has the wrong type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>statement by statement, without a transaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>definitions commit by themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the run&apos;s transaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in one transaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n migration(s) to apply on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n migration(s) to roll back on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One migration to roll back and apply again on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(done) </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would be refused:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not connected to a database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 statements took effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file was changed after it was applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no migrations yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied: %1, pending: %2, problems: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migrations: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was lost while the transaction was committed. A look at the history says: the commit had reached the server, the migration is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was lost while the transaction was committed. A look at the history says: the server rolled it back, nothing of the migration is in the database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was lost while the transaction was committed, and the database cannot be asked yet whether it was. The history will say: it is written in the same transaction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run was one transaction and was rolled back: nothing of it is in the database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %n statement(s) took effect and stay; the history was not written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server rolls the migration&apos;s transaction back: nothing of it stays in the database, and the history does not list it as done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The migration&apos;s transaction was rolled back: nothing of it is in the database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %n statement(s) took effect and stay; the one in flight may have, too. The history was not written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of its statements took effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its first %n statement(s) took effect and stay; the history was not written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again for what is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again when the server can be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again to go on: the statements that took effect are skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone else holds a lock that is needed. Run again later, or end the other session (“whimbrel locks” shows it).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the migration and run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct statement %1 or what follows and run again: the statements that took effect are skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no journal to resume from: undo what took effect, or take it out of the file, before you run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: statement %1 (“%2”) was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In statement %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An index that CREATE INDEX CONCURRENTLY could not finish stays behind as invalid: drop it before you run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rollback failed as well: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n migration(s) of this run were completed before and stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The role may not write the table whimbrel.journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another run is in progress on this database: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Wait until it has ended, or look at it with “whimbrel locks”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 from %2, %3, process %4, connected since %5 UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 from %2, connection %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run&apos;s log “%1” cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The environment “%1” is read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. “read-only = false” in whimbrel.toml allows changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history has changed since the run was planned: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Look at the plan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot run inside a transaction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it into a migration of its own and add transaction:false to the marker of its section.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” would end the transaction in which the migration runs and is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it: the migration has a transaction already. Or add transaction:false to the marker of its section, and the script rules its transactions itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a command of the database&apos;s own client; no server knows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as SQL, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” writes to the client, and a migration has nobody to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it, or copy to a file on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the file; a text that does not end is not run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no statement in it: only the history changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs outside a transaction: every statement takes effect at once, and stays if a later one fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 commits its definitions (CREATE, ALTER, DROP and the like) by itself: if a later statement fails, they stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRAGMA foreign_keys (line %1) does nothing inside a transaction. With transaction:false in the marker it takes effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An attempt of %1 left its first %n statement(s) in effect, and the file no longer begins with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back these statements and change only what follows; or undo their effect by hand and delete the migration&apos;s row from Whimbrel&apos;s journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %n statement(s) took effect in an attempt of %1 and are not run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That attempt of %1 was cut off: statement %2 may have taken effect too. Look before you run it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>modified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outdated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out of order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ignored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>git could not be asked for earlier versions: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>a duration</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standby: it accepts no changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>primary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepts changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No database is named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one with “-d URL”, with DATABASE_URL, or as an environment in whimbrel.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>roll back migrations, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the migration tools whose projects can be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n migration(s) done on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run stopped: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n migration(s) done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new migration needs a description.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: whimbrel new add user status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a new, empty migration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plan is one of up, down or redo, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the next N, or the last N of a plan to go down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to this version, or down to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what would run: statements and transactions; changes nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>roll back the last migration and apply it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>apply the pending migrations up to this version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>apply the next N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>apply this one and nothing else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all of it in one transaction: everything or nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>roll back the last N (default: 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>roll back what is newer than this version, which stays; 0 rolls back all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The flags --to, --steps and --only exclude each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The flag --only belongs to up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A redo rolls back the last migration and applies it again; it takes no choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no number of steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a number from 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is applied, what is pending, and what is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end with 1 if anything is pending or wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>apply pending migrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The environment “%1” is protected, and nobody is here to type its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. “--yes” stands for typing the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is protected. Type its name to go on: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program %1 is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be started: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dump was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not rewritten and shows the schema before this run; “dbmate dump” writes it anew. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written and shows the schema before this run: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no migration %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“whimbrel status” lists the versions.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::ActionRegistry</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Migration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;lease</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo&amp;cks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::BackupFile</name>
    <message>
        <source>This is a backup of a %1 database, and this one is %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pg_dump archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pg_restore installed here is older than the dump: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQL dump</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its last line is missing: the dump was cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file of an unknown kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither its beginning nor its end is that of a dump that Whimbrel knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dump compressed with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLite database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds no toc.dat, so it is not a folder of pg_dump.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::BackupProbe</name>
    <message>
        <source>readable to its end; warning over %1, failed over %2 or older than the last migration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is too old: what came after it would be lost. Make a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup was made before the last migration ran, so it holds another schema. Make a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is older than a day. A new one before a migration loses less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is recent and reads to its end. That it restores into a working database only a restore shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup is named, so a person has to look. With backup-file = &quot;PATH&quot; in [environment.%1] of whimbrel.toml Whimbrel does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the database itself and no backup of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2%3, %4 old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is damaged and cannot be restored: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the backup can be restored is unknown. %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::CanWriteProbe</name>
    <message>
        <source>Nobody keeps the file locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This environment is read-only for Whimbrel (read-only = true): runs are refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file or its folder is not writable for this user; SQLite needs both, for its journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a write transaction within %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not exist, and its folder is not writable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not exist yet; the first run makes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is writing or keeps a transaction open. The Locks pane shows which; end it, then check again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody else writes to the file now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::ChangesView</name>
    <message>
        <source>Difference, line by line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the earlier text in git…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ways on: put the applied text back and write the change as a new migration, which every database then gets; or, if only comments or blanks changed, leave it: the database is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unknown date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modified since it was applied on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modified since it was applied on %1 by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 then %1, now %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>git has no version of this file with the applied text, so the difference cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The applied text is the one of commit %1 by %2, %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No earlier text is available.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines with - are from: %1. Lines with + are from: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The texts are equal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n equal lines</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::ChecklistFile</name>
    <message>
        <source>The key “%1” is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known are name, extends, without, [[before]], [[during]] and [[after]].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” must be a text in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no checklist “%1” to extend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write extends = &quot;standard&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“without” must be a list of item ids.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The standard checklist has no item “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items are written as [[%1]] with id and title below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An item has id, title, help and probe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An item needs an id of lower-case letters, digits and hyphens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The item “%1” needs a title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no check “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks are: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are two items “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“without” leaves out items of a checklist that is extended, and none is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add extends = &quot;standard&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checklist has no items.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add [[before]] with id and title, or extends = &quot;standard&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::ChecklistTemplate</name>
    <message>
        <source>Tested on staging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These very files ran to the end on a database like this one, in size too, and the application worked on both sides of the change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollback plan documented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is written down who decides to go back, until when, with which commands, and what is lost by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team notified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody who is called when it goes wrong knows when it starts, how long it takes and where to follow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recent backup exists and can be read to its end; that it exists is not enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off-peak time selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The load is low for at least twice the longest estimate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right server, right role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server takes writes: not a standby, not read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied files unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files say what was applied; a file that was edited since describes another database than this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No old transactions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A statement that needs a strong lock waits for the oldest transaction, and everybody else waits behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections to spare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests that queue behind a lock fill the connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sizes of the tables concerned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rewrite or a scan takes as long as the table is big.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guards set for the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A statement that waits for a lock gives up before others pile up behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No invalid indexes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a failed CREATE INDEX CONCURRENTLY leaves behind costs writes and serves no reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database file sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A damaged file gets worse by being rewritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody keeps the file locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A migration needs to be the only writer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query performance monitored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The application&apos;s slow and frequent queries keep their times while the migration runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock contention watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Locks pane shows who waits for whom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress tracked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long statements move, and the end is in sight of the time planned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody waits for a lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions that wait for a lock are requests that hang.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections to spare during the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schema changes verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns, indexes, constraints and rights are as the migrations say, for the application&apos;s role too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything applied, nothing failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history says what the files say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application health checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The application answers, and its errors are not more than before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data integrity validated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts and sums that must not change did not; those that must change did.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No invalid indexes left behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database file sound after the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file reads back whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documentation updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schema documents, diagrams and runbooks describe the new state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>During</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an item of its checklist has no id, title or phase of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its checklist is empty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a few letters of a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::ConnectionDialog</name>
    <message>
        <source>Connect a database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the &amp;test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is an environment of the name “%1” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::ConnectionForm</name>
    <message>
        <source>&amp;Name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>staging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MariaDB or MySQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Database system:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shop.db</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Host:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this computer, through its socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soc&amp;ket:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data&amp;base:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your login name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the keychain, the environment or none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the server offers it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always, and check the server&apos;s certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always, and check certificate and host name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption (&amp;TLS):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CA &amp;certificate:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Role:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none; else SET ROLE after login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search &amp;path:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;lour:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Protected: changes need an open release and the name typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;ead-only, enforced by the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Share with the project: write it to whimbrel.toml, without the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the database file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An environment keeps its name: releases and logs refer to it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::ConnectionHeadroomProbe</name>
    <message>
        <source>Connections to spare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not tell how many connections it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 connections (%3 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning over %1 %, failed over %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests that queue behind a lock would use up the rest at once. Find out who holds so many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Few connections are left for requests that queue behind a lock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 idle in a transaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning over %1 idle in a transaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions that idle inside a transaction keep locks. Is a request handler stuck?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is room for requests that have to wait for a moment.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::ConnectionLabel</name>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected: no database is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
Click to try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::ConnectionTest</name>
    <message>
        <source>Connected: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected: %1, as %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::DatabaseLink</name>
    <message>
        <source>Connecting to %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected to %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected to %1 (%2) as %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Connection lost: %1 Trying again in %n second(s).</source>
        <extracomment>%1 is the database&apos;s error, the number is how long until the next try</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::DriftProbe</name>
    <message>
        <source>Applied files unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed over 0 changed files, warning over 0 missing files</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n changed: %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>These files were edited after they had been applied. Compare them in the Changes tab, and put further changes into a new migration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n missing: %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The history names migrations that have no file here. Is this checkout up to date?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n applied, none changed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Every applied file whose content at that time is known is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything applied, nothing failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed over 0 failed, warning over 0 pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n failed: %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A migration stopped half-way. The run&apos;s log says which of its statements took effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Some migrations have not run. If they belong to a later release, say so in a note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n applied, none pending</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The history holds every migration of the project.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::EditedFile</name>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 could not be saved; on the disk it is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::EditorArea</name>
    <message>
        <source>Open files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file is open.
Choose a migration in the timeline to read or edit it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;eplace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to Line…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toggle Co&amp;mment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 *</source>
        <comment>a file with unsaved text</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (not saved)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has unsaved text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n files have unsaved text.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What is not saved is lost when it is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is not saved is lost when they are closed:
%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::EnvironmentSwitcher</name>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the database to work on, or connect another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (protected)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit “%1”…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a database…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::EventLog</name>
    <message>
        <source>%1 could not be written: %2. Nothing was recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room or rights for this file, then do it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::FileLock</name>
    <message>
        <source>The lock file “%1” cannot be created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. The folder of the database must be writable, as SQLite needs it too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>process %1 (%2) of %3 on %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::GuardsProbe</name>
    <message>
        <source>%1 off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed when waiting for a lock has no end, warning over %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A statement of the run would wait for a lock without end, and everybody else behind it. Set a lock timeout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed when one is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Should this computer or the network fail during the run, the server would keep its transaction and locks: %1 is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A statement may wait so long for a lock that others pile up behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server is too old for %1: it notices a lost connection late, and keeps locks until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A statement that waits for a lock gives up in time, and a lost connection frees its locks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guards set for the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session for the run could not be opened: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused the guards: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::HealthProbe</name>
    <message>
        <source>status 200 to 299; warning over %1 ms, failed over %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer within %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No health page is named, so a person has to look. With health-url = &quot;URL&quot; in [environment.%1] of whimbrel.toml Whimbrel does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The health-url is not an address that begins with http:// or https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The application does not answer: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 in %3 ms from %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The application says that it is not well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The application answers slowly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The application answers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::IntegrityProbe</name>
    <message>
        <source>Database file sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed unless quick_check says ok, warning over 0 dangling foreign keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file reads whole, and every foreign key has its row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged. Do not migrate it: make a copy, and restore a backup or recover it with sqlite3&apos;s .recover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows refer to rows that do not exist. A migration that rebuilds such a table keeps them; one that checks foreign keys fails.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::InvalidIndexesProbe</name>
    <message>
        <source>No invalid indexes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning over 0, failed on a table of this migration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2, being built</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every index is valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A CREATE INDEX CONCURRENTLY or REINDEX failed here: the index costs writes and serves no reads, and a migration that makes it again fails or skips it. DROP INDEX CONCURRENTLY removes it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::KeychainStore</name>
    <message>
        <source>It did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password was not saved in the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is used until Whimbrel is closed. Set PGPASSWORD or MYSQL_PWD to have it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::LockWaitsProbe</name>
    <message>
        <source>Nobody waits for a lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who waits is hidden from %1. A right is missing: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning over 0, failed when one waits over %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is held up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n waiting, the longest for %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Sessions wait for a lock. The Locks pane shows for whom, and ends what holds it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::LocksBadge</name>
    <message>
        <source>Sessions that wait for a lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n lock holder(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Sessions that wait for a lock. Click for who blocks whom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locks: connection lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locks: connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locks: not watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locks are watched while their pane is visible or a run is on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::LocksModel</name>
    <message>
        <source>%1 (this run)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 @ %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last statement: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also waits for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a deadlock: the server will cancel one of its sessions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, blocker not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, deadlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, shown above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::LocksPane</name>
    <message>
        <source>Sessions that wait, below the sessions they wait for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel statement…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops what the selected session runs; it stays connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Terminate session…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the selected session and rolls its transaction back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Freeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the tree as it is; locks are watched on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;opy tree as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected. Locks are shown when the project has a database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to watch the locks…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locks cannot be watched: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No process holds a lock on the database file. Checked %1 ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session is seen to wait. Checked %1 ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session waits. Checked %1 ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frozen. Now: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n process(es) with a lock</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>longest %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more row(s) not shown</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>the server is slow: checked every %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection lost: %1 What is shown is %2 old. Trying again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 An administrator can change it with: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session %1 is gone. Nothing was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server was asked to cancel the statement of session %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server was asked to end session %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::MainWindow</name>
    <message>
        <source>A run is on. Stop it or wait for its end before you leave this project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 (protected)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing stops the run: the statement in flight is cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migrations that are done stay applied, and the history says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the run and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture %1 could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::MigrationEditor</name>
    <message>
        <source>This file mixes kinds of line ends. Saving it would change lines that nobody touched, and with them its checksum, so it is open for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not valid UTF-8; the places concerned are shown as �. It is open for reading only, so that they stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file contains a NUL byte, which no database accepts in a script. It is open for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file has %1; its first %2 are shown, for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not write to this file. It is open for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file contains very long lines or characters that the editor cannot give back exactly as they are. It is open for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the migration file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The section that applies the migration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The section that rolls the migration back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The statements as they will run, by transaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed since the migration was applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a file and its state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1:%2   %3</source>
        <comment>line, column, encoding</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convert to LF and edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convert to CRLF and edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text that was typed here and not saved on %1 was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typed and not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program changed this file while you were editing it. Nothing was overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the text on the disk; Undo brings yours back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving writes your text over the one on the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file was deleted or moved. Its text is still here; saving writes the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the editor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::MigrationRun</name>
    <message>
        <source>The script began a transaction and did not end it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This statement ended the transaction of the migration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The failure could not be written into the journal: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::MySqlSession</name>
    <message>
        <source>an option of the URL contains a semicolon, which Qt&apos;s driver cannot pass on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt&apos;s MySQL driver gives no access to the client library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server rolled the whole transaction back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::NewMigrationDialog</name>
    <message>
        <source>New migration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add user status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create and open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What it does:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::NewProjectDialog</name>
    <message>
        <source>New project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sqlite:PATH, postgresql://user@host/database or mariadb://user@host/database.
Without a password. You can also connect a database later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Database:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder of the new project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes whimbrel.toml and the folder db/migrations in dbmate&apos;s format. Nothing that is there is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the permissions of the folder above.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::OldTransactionsProbe</name>
    <message>
        <source>warning over %1, failed over %2, or over %3 on a table of this migration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2, on a table of this migration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n open, the oldest %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No transaction is open long enough to hold up a migration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A statement that needs a strong lock waits behind these, and everybody else behind it. Let them end, or end them in the Locks pane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The transactions of other roles are hidden from %1. A right is missing: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prepared transaction %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 (pid %3, %4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The transactions of other users are hidden from %1. A right is missing: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prepared XA transaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (connection %2, %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No old transactions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::PaletteModel</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::PlanView</name>
    <message>
        <source>There is nothing to run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statements of the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show in the Editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Statement</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::Planner</name>
    <message>
        <source>The migration %1 is applied already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll it back first if it is to run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The migration %1 is not applied, so it cannot be the one that stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“whimbrel status” shows what is applied; “--to 0” rolls back all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The migration has no script to roll it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The migration has no script to apply it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one, or undo its effect with a new migration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The migration is older than %1, which is applied, and the project asks for strict order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a newer version, or switch strict order off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 commits this migration&apos;s definitions by itself, so the run cannot be one transaction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The migration asks to run outside a transaction, so the run cannot be one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run without --single-transaction, or up to the migration before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything runs in one transaction: all of it is applied, or nothing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::PostgreSqlSession</name>
    <message>
        <source>the URL&apos;s option “%1” is unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an option of the URL contains a semicolon, which Qt&apos;s driver cannot pass on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt&apos;s PostgreSQL driver gives no access to libpq.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COPY … TO STDOUT sends rows to a client, and here is none to receive them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query holds more than one statement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the statement: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server rolled the transaction back instead of committing it, because a statement in it had failed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::PreferencesDialog</name>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n millisecond(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes effect when Whimbrel is started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> pt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Font:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Size:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desktop notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a run &amp;ends well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a run &amp;fails or is stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guards of a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for a lock:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest statement:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set under [guards] in whimbrel.toml, for everybody or for one environment.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::Probe</name>
    <message>
        <source>There is no connection to the database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Whimbrel has no check “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database did not answer this question: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::ProbeResult</name>
    <message>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the probe&apos;s state “%1” is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the probe&apos;s time “%1” cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::ProblemsModel</name>
    <message>
        <source>Error: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::ProblemsPane</name>
    <message>
        <source>The project&apos;s files have no problems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::Process</name>
    <message>
        <source>%1 could not be started: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it installed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 crashed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::ProtectedBand</name>
    <message>
        <source>%1 is protected and read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is protected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::Release</name>
    <message>
        <source>Complete Before first, or override it with a written reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete During first, or override it with a written reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release %1 is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release %1 has no item “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its items are: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a new release.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” belongs to a phase that is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is answered by a check that has not run yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the checks first; you can answer for a warning or an unknown result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check “%1” failed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it right and run the check again, or override the phase with a written reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check “%1” did not pass: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To answer for it in its place, write a note that says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not ticked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An override needs a written reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays in the release&apos;s log and report with your name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Release %1 has %n open item(s): %2.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Complete them, or close the release with a written reason.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::ReleaseEvent</name>
    <message>
        <source>“item” is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the phase “%1” is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was written by a newer Whimbrel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update this Whimbrel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a line of a release log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“id”, “who” or “at” is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the event “%1” is not known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::ReleaseGate</name>
    <message>
        <source>%1 (%2): not ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2): not checked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2): failed, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2): a warning that nobody answered for, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2): unknown, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 is protected, and the Before phase of release %2 is not complete: %n item(s) open.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Complete them in the Release pane or with “whimbrel check --phase before” and “whimbrel release tick ITEM”, or go past them with “whimbrel release override before --reason TEXT”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 is protected, and %n check(s) of release %2 are older than %3 minutes.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>To be run again: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the checks of Before again in the Release pane or with “whimbrel check --phase before”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database that %1 names is protected as an environment of this project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the environment instead of its address (-e NAME), so that its release can be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is protected, and no release of it is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start one in the Release pane or with “whimbrel release start -e %1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is protected, and a line in the log of release %2 cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have taken a tick back. Repair the log, or override Before with a written reason.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::ReleaseReport</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Checked %2 by %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 of %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overridden by %1, %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overridden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started: %1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed: %1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed before its end: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::ReleaseStore</name>
    <message>
        <source>This line was cut short while it was written and is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it recorded was never confirmed. If an item is missing, tick it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line of the release&apos;s log is damaged and is left out: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the file from version control, or delete the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line of the release&apos;s log cannot be read and is left out: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release %1 of %2 is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with it, or close it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no release “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Releases are the folders in %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::Run</name>
    <message>
        <source>The run goes on without Whimbrel&apos;s journal, because %1 cannot be used: %2. Edited files will not be noticed, and a migration outside a transaction cannot be resumed. “journal = &quot;off&quot;” in whimbrel.toml ends this warning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table %1 was created: Whimbrel keeps there what it ran, so that edited files are noticed and an interrupted run can go on. “journal = &quot;off&quot;” in whimbrel.toml switches it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped between two migrations; what was completed stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run lock was lost, so another run may have begun. This one stops between two migrations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was completed stays, and the history lists it. Run again for what is left.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::RunController</name>
    <message>
        <source>There is no database to plan for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an environment, or add one with its address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is protected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type its name to confirm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A database migration is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migrations have run on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run on %1 did not end well</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n migrations done.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::RunModel</name>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, in the run&apos;s one transaction</source>
        <comment>direction</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, without a transaction: each statement stays</source>
        <comment>direction</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not atomic: the database commits by itself</source>
        <comment>direction</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, in one transaction</source>
        <comment>direction</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>file, how it runs, state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1, %2, %3</source>
        <comment>line, state, SQL</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::RunPane</name>
    <message>
        <source>Statements done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the protected environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancels the statement in flight (Ctrl+.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it runs, and what happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan Rollback…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is planned. Apply and Roll back in the toolbar show what would run before anything does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planning…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping: the statement in flight is being cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run was stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type %1 to confirm:</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n statements, %2</source>
        <comment>done, all, time</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No plan could be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n statements in %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Log of the run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::RunReporter</name>
    <message>
        <source>applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::RunTexts</name>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Apply %n migrations to %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Roll back %n migrations on %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Roll back and apply again the last migration on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n migrations were applied to %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n migrations were rolled back on %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The last migration was rolled back and applied again on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2 at %3</source>
        <comment>user, database, server</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (logged in as %2)</source>
        <comment>a role and a user</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (protected)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::ServerRoleProbe</name>
    <message>
        <source>failed on a standby or a read-only server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New sessions of this user may not write (%1 is on). Migrations would fail at their first statement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, PostgreSQL %2, database %3 as %4, up since %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standby</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>primary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server is a standby: it takes no writes. Was there a failover? Connect to the primary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server takes writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 on %3, database %4 as %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether this server is a replica cannot be seen: %1 A right is missing: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server is a replica of %1. What is written here is missing there. Connect to the primary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server takes writes and is no replica.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right server, right role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This environment is read-only for Whimbrel (read-only = true): runs are refused.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::SqliteSession</name>
    <message>
        <source>%1 is a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder %1 does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create the folder, or correct the database&apos;s path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file %1 does not exist yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first run creates it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path and who may read and write it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver gives no access to SQLite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver uses SQLite %1 and Whimbrel SQLite %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install Qt and SQLite from one source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another connection to the file reads or writes. Wait until it has finished, or end it, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The statement took longer than its time-out of %1 ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room on the disk that holds %1, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever runs Whimbrel may not write %1 or its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the database&apos;s path; the file was not touched.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::StartPage</name>
    <message>
        <source>New project here…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects you open are listed here. You can also drop a folder on this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database migrations that nobody has to wait for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::TableSizesProbe</name>
    <message>
        <source>about %1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning over %1 or %2 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no existing table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pending statements name no table that exists already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed for an engine without transactions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes to these tables cannot be rolled back: their engine has no transactions. Convert them to InnoDB first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A statement that rewrites or scans a table of this size takes minutes. Look at each one in the plan, and measure it on staging with as many rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even a rewrite of these tables is short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sizes of the tables concerned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table is locked so strongly that its size cannot be read. Is a migration running?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::TimelineModel</name>
    <message numerus="yes">
        <source>%1, %n migration(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whimbrel::TimelinePane</name>
    <message>
        <source>Connect again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search migrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what &amp;changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Apply up to here…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll &amp;back to here…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search migrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected, so what is applied is unknown.
%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No database is chosen, so what is applied is unknown. Choose an environment in the toolbar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n migration(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>read at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No migrations yet.
Migration ▸ New migration writes the first one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No migration fits the search.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Whimbrel::Workbench</name>
    <message>
        <source>your settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>Open a project folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder with migrations that you already have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Apply pending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Roll back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;do the last one…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the statement in flight and stop the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;nnect again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>&amp;Apply %n pending…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset &amp;layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, a %2 project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder for migrations in dbmate&apos;s format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small shop on SQLite: needs no server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New migration…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a &amp;database…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset the sample…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Whimbrel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

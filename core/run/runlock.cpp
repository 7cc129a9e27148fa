// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/runlock.h"

#include "run/guard/poolercheck.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLockFile>
#include <QSysInfo>
#include <QtEndian>

#include <cerrno>
#include <csignal>
#include <sys/file.h>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr std::chrono::milliseconds aMoment(50);

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

std::unexpected<Error> heldBy(const RunLockHolder &holder)
{
    const QString who = holder.description.isEmpty() ? tr("another session") : holder.description;
    return failure(ErrorKind::Refused, tr("Another run is in progress on this database: %1.").arg(who),
                   tr("Nothing was changed. Wait until it has ended, or look at it with “whimbrel locks”."));
}

/// A lock that lives as long as a session of the database.
class SessionLock : public RunLock
{
public:
    explicit SessionLock(std::unique_ptr<Session> session) : m_session(std::move(session)) { }

    /// Asked a moment ago it need not be asked again: short migrations take less time than the question.
    bool isHeld() override
    {
        if (m_sinceHeld.isValid() && m_sinceHeld.durationElapsed() < aMoment)
            return true;
        const bool isHeld = m_session->ping().has_value();
        if (isHeld)
            m_sinceHeld.start();
        return isHeld;
    }
    BackendId backend() const override { return m_session->backend(); }

private:
    std::unique_ptr<Session> m_session;
    QElapsedTimer m_sinceHeld; ///< was seen
};

/// The holder of an advisory lock, as far as the role may see it: pg_stat_activity hides the query of others, not their names.
RunLockHolder postgresHolder(Session &session, qint64 key)
{
    const auto bits = static_cast<quint64>(key);
    const Result<Rows> rows = session.query(
        u"SELECT a.pid, a.usename, coalesce(a.client_addr::text, '') AS address, coalesce(a.application_name, '') AS application, "
        "to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') AS since "
        "FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid "
        "WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND l.database = (SELECT oid FROM pg_catalog.pg_database "
        "WHERE datname = current_database()) AND l.classid::bigint = ? AND l.objid::bigint = ?"_s,
        {qint64(bits >> 32), qint64(bits & 0xffffffff)});
    if (!rows || rows->isEmpty())
        return {};
    RunLockHolder holder;
    holder.pid = rows->number(0, u"pid");
    holder.description = tr("%1 from %2, %3, process %4, connected since %5 UTC")
                             .arg(rows->text(0, u"usename"), rows->text(0, u"address").isEmpty() ? tr("this machine") : rows->text(0, u"address"),
                                  rows->text(0, u"application"), QString::number(holder.pid), rows->text(0, u"since"));
    return holder;
}

Result<qint64> postgresKey(Session &session, const QString &historyTable)
{
    if (historyTable.contains(u'.'))
        return runLockKey(historyTable);
    return session.query(u"SELECT coalesce(current_schema(), 'public') AS name"_s).transform([&](const Rows &schema) {
        return runLockKey(schema.text(0, u"name") + u'.' + historyTable);
    });
}

Result<std::unique_ptr<RunLock>> acquirePostgres(std::unique_ptr<Session> session, const QString &historyTable)
{
    const Result<qint64> key = postgresKey(*session, historyTable);
    if (!key)
        return std::unexpected(key.error());
    const Result<Rows> taken = session->query(u"SELECT pg_try_advisory_lock(?) AS taken"_s, {*key});
    if (!taken)
        return std::unexpected(taken.error());
    if (!taken->boolean(0, u"taken"))
        return heldBy(postgresHolder(*session, *key));
    return std::make_unique<SessionLock>(std::move(session));
}

RunLockHolder mariaDbHolder(Session &session, const QString &name)
{
    const Result<Rows> rows = session.query(u"SELECT p.id, p.user, p.host FROM information_schema.processlist p WHERE p.id = IS_USED_LOCK(?)"_s,
                                            {name});
    RunLockHolder holder;
    if (rows && !rows->isEmpty()) {
        holder.pid = rows->number(0, u"id");
        holder.description = tr("%1 from %2, connection %3").arg(rows->text(0, u"user"), rows->text(0, u"host"), QString::number(holder.pid));
        return holder;
    }
    // Without the PROCESS right only the connection's number is known.
    const Result<Rows> id = session.query(u"SELECT IS_USED_LOCK(?) AS id"_s, {name});
    if (id && !id->isEmpty() && !id->isNull(0, u"id")) {
        holder.pid = id->number(0, u"id");
        holder.description = tr("connection %1").arg(holder.pid);
    }
    return holder;
}

/// GET_LOCK's names are the server's, not the database's: the database belongs to the key.
QString mariaDbName(const Session &session, const QString &historyTable)
{
    const auto key = static_cast<quint64>(runLockKey(session.settings().database + u'.' + historyTable));
    return u"whimbrel-%1"_s.arg(key, 16, 16, '0'_L1);
}

Result<std::unique_ptr<RunLock>> acquireMariaDb(std::unique_ptr<Session> session, const QString &historyTable)
{
    const QString name = mariaDbName(*session, historyTable);
    const Result<Rows> taken = session->query(u"SELECT GET_LOCK(?, 0) AS taken"_s, {name});
    if (!taken)
        return std::unexpected(taken.error());
    if (taken->number(0, u"taken") != 1)
        return heldBy(mariaDbHolder(*session, name));
    return std::make_unique<SessionLock>(std::move(session));
}

/// A lock file that names process and host. The operating system's lock on it ends with the process; Qt takes over the
/// file of a process that is gone.
class FileLock : public RunLock
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)

public:
    /// A link to the database's file is the same database, and has to be the same lock. The file may not be there yet.
    static QString pathFor(const ConnectionSettings &settings)
    {
        const QString file = QFileInfo(settings.database).canonicalFilePath();
        return (file.isEmpty() ? settings.database : file) + u".whimbrel-lock"_s;
    }

    explicit FileLock(const QString &path) : m_path(path), m_file(path) { m_file.setStaleLockTime(std::chrono::milliseconds(0)); }

    /// Who has taken it; a process of another machine is believed to be there.
    std::optional<RunLockHolder> otherHolder() const
    {
        qint64 pid = 0;
        QString host;
        if (!m_file.getLockInfo(&pid, &host, nullptr) || (host == QSysInfo::machineHostName() && !isLockedHere()))
            return std::nullopt;
        return holder();
    }

    Result<> take()
    {
        if (m_file.tryLock(std::chrono::milliseconds(0)) || takeOver())
            return {};
        if (m_file.error() == QLockFile::LockFailedError)
            return heldBy(holder());
        return failure(ErrorKind::Refused, tr("The lock file “%1” cannot be created.").arg(m_path),
                       tr("Nothing was changed. The folder of the database must be writable, as SQLite needs it too."));
    }

    bool isHeld() override { return m_file.isLocked() && QFileInfo::exists(m_path); }

private:
    bool namesNobody() const
    {
        qint64 pid = 0;
        return m_file.error() == QLockFile::LockFailedError && !m_file.getLockInfo(&pid, nullptr, nullptr);
    }

    /// QLockFile sees this too, but not where a process was killed while it removed such a file.
    bool namesTheDead() const
    {
        qint64 pid = 0;
        QString host;
        return m_file.error() == QLockFile::LockFailedError && m_file.getLockInfo(&pid, &host, nullptr)
            && host == QSysInfo::machineHostName() && ::kill(static_cast<pid_t>(pid), 0) == -1 && errno == ESRCH;
    }

    /// A lock file that names nobody: its process was killed between making and writing it. One that is alive gets a
    /// moment to write; and a file that a process has open and locked is not removed.
    bool takeOver()
    {
        if (!namesNobody() && !namesTheDead())
            return false;
        return m_file.tryLock(std::chrono::milliseconds(300))
            || ((namesNobody() || namesTheDead()) && m_file.removeStaleLockFile() && m_file.tryLock(std::chrono::milliseconds(0)));
    }

    /// Who has made the file holds the operating system's lock on it, too, as long as it lives.
    bool isLockedHere() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) && ::flock(file.handle(), LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    }

    RunLockHolder holder() const
    {
        RunLockHolder holder;
        QString host;
        QString application;
        if (m_file.getLockInfo(&holder.pid, &host, &application))
            holder.description = tr("process %1 (%2) of %3 on %4").arg(QString::number(holder.pid), application, QFileInfo(m_path).owner(), host);
        return holder;
    }

    QString m_path;
    QLockFile m_file;
};

} // namespace

qint64 runLockKey(const QString &historyTable)
{
    const QByteArray hash = QCryptographicHash::hash("whimbrel:" + historyTable.toUtf8(), QCryptographicHash::Sha256);
    return qFromBigEndian<qint64>(hash.constData());
}

Result<std::unique_ptr<RunLock>> RunLock::acquire(const ConnectionSettings &settings, const QString &historyTable, Session *run)
{
    if (settings.dialect == Dialect::SQLite) {
        auto lock = std::make_unique<FileLock>(FileLock::pathFor(settings));
        if (const Result<> taken = lock->take(); !taken)
            return std::unexpected(taken.error());
        return lock;
    }
    Result<std::unique_ptr<Session>> session = Session::open(settings, SessionRole::RunLock);
    if (!session)
        return std::unexpected(session.error());
    if (const Result<> direct = run ? refusePooler(*run, **session) : Result<>(); !direct)
        return std::unexpected(direct.error());
    if ((*session)->dialect() == Dialect::PostgreSql)
        return acquirePostgres(std::move(*session), historyTable);
    return acquireMariaDb(std::move(*session), historyTable);
}

std::optional<Error> RunLock::heldByOther(Session &session, const QString &historyTable)
{
    std::optional<RunLockHolder> holder;
    if (session.dialect() == Dialect::SQLite)
        holder = FileLock(FileLock::pathFor(session.settings())).otherHolder();
    else if (isMySqlFamily(session.dialect()))
        holder = mariaDbHolder(session, mariaDbName(session, historyTable));
    else if (const Result<qint64> key = postgresKey(session, historyTable))
        holder = postgresHolder(session, *key);
    if (!holder || (holder->pid == 0 && holder->description.isEmpty()))
        return std::nullopt;
    return heldBy(*holder).error();
}

} // namespace Whimbrel

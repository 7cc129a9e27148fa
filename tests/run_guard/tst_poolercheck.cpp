// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/guard/poolercheck.h"
#include "test.h"

#include <QSet>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

namespace {

/// The connections to a server that a pooler hands out, each for a transaction.
class Pool
{
public:
    qint64 take()
    {
        qint64 free = 1;
        while (m_taken.contains(free))
            ++free;
        m_taken.insert(free);
        return free;
    }
    void giveBack(qint64 connection) { m_taken.remove(connection); }

private:
    QSet<qint64> m_taken;
};

/// A client of the pool: in transaction mode, or in session mode, where it has a connection for as long as it is there.
class PooledSession final : public Session
{
public:
    PooledSession(Pool &pool, bool sessionMode)
        : Session(postgreSql(), SessionRole::Run)
        , m_pool(pool)
        , m_sessionMode(sessionMode)
    {
        m_backend.pid = m_connection = m_pool.take(); // as asked when it connects
        giveBack();
    }

    Result<Rows> query(const QString &, const QVariantList &) override
    {
        if (m_connection == 0)
            m_connection = m_pool.take();
        const qint64 connection = m_connection;
        if (!m_isOpen)
            giveBack();
        return Rows{.columns = {u"pid"_s}, .rows = {{QString::number(connection)}}};
    }
    Result<> begin() override
    {
        m_isOpen = true;
        if (m_connection == 0)
            m_connection = m_pool.take();
        return {};
    }
    Result<> rollback() override
    {
        m_isOpen = false;
        giveBack();
        return {};
    }
    Result<StatementOutcome> execute(const Statement &) override { return StatementOutcome(); }
    Result<> executeTogether(std::span<const Statement *const>, const StatementDone &) override { return {}; }
    Result<> beginWith(const QStringList &, const Statement *) override { return begin(); }
    Result<> commit() override { return rollback(); }
    Result<> commitAfter(const QStringList &, qsizetype &) override { return rollback(); }
    TransactionState transactionState() override { return m_isOpen ? TransactionState::Open : TransactionState::None; }
    Result<> setGuards(const SessionGuards &) override { return {}; }
    Result<> resetState() override { return {}; }
    Result<> ping() override { return {}; }

private:
    static ConnectionSettings postgreSql()
    {
        ConnectionSettings settings;
        settings.dialect = Dialect::PostgreSql;
        return settings;
    }
    void giveBack()
    {
        if (m_sessionMode)
            return;
        m_pool.giveBack(m_connection);
        m_connection = 0;
    }

    Pool &m_pool;
    const bool m_sessionMode;
    qint64 m_connection = 0;
    bool m_isOpen = false;
};

} // namespace

class TstPoolerCheck : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void transactionModeIsRefused();
    void transactionModeBesideOthersIsRefused();
    void sessionModeIsNot();
};

void TstPoolerCheck::transactionModeIsRefused()
{
    Pool pool;
    PooledSession one(pool, false);
    PooledSession other(pool, false);
    const Result<> checked = refusePooler(one, other);
    QVERIFY(!checked);
    QCOMPARE(checked.error().kind, ErrorKind::Refused);
    QVERIFY2(checked.error().message.contains(u"pooler in transaction mode"_s), qPrintable(checked.error().toString()));
    QCOMPARE(one.transactionState(), TransactionState::None);
}

/// Somebody else has taken the first connection when the second client comes, so they are told different ones.
void TstPoolerCheck::transactionModeBesideOthersIsRefused()
{
    Pool pool;
    PooledSession one(pool, false);
    PooledSession somebody(pool, false);
    QVERIFY(somebody.begin());
    PooledSession other(pool, false);
    QVERIFY(somebody.rollback());
    QVERIFY(one.backend() != other.backend());
    QVERIFY(somebody.begin());
    QVERIFY(!refusePooler(one, other));
}

void TstPoolerCheck::sessionModeIsNot()
{
    Pool pool;
    PooledSession one(pool, true);
    PooledSession other(pool, true);
    const Result<> checked = refusePooler(one, other);
    QVERIFY2(checked, checked ? "" : qPrintable(checked.error().toString()));
}

WHIMBREL_TEST(TstPoolerCheck)
#include "tst_poolercheck.moc"

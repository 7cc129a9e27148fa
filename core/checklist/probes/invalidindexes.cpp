// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/probes/probes.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {
using State = ProbeResult::State;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::InvalidIndexesProbe)
};

class InvalidIndexesProbe final : public Probe
{
public:
    QString id() const override { return u"invalid-indexes"_s; }
    QString title() const override { return Tr::tr("No invalid indexes"); }
    bool appliesTo(Dialect dialect) const override { return dialect == Dialect::PostgreSql; }

    ProbeResult run(const ProbeContext &context) const override
    {
        if (!context.session())
            return notConnected(context);
        const Result<QStringList> tables = context.pendingTables();
        if (!tables)
            return unknownResult(tables.error().toString());
        const Result<Rows> rows = ask(*context.session(), *tables);
        return rows ? judge(*rows) : queryFailed(rows.error());
    }

private:
    static Result<Rows> ask(Session &session, const QStringList &tables)
    {
        QStringList placeholders;
        QVariantList names;
        for (const QString &table : tables) {
            placeholders << u"?"_s;
            names << table;
        }
        return session.query(
            u"SELECT i.indexrelid::regclass::text AS name, i.indrelid::regclass::text AS tbl, "
            "EXISTS (SELECT 1 FROM pg_stat_progress_create_index p WHERE p.index_relid = i.indexrelid) AS being_built, "
            "i.indrelid IN (SELECT to_regclass(n) FROM unnest(ARRAY[%1]::text[]) n) AS on_target "
            "FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid "
            "WHERE (NOT i.indisvalid OR NOT i.indisready OR NOT i.indislive) AND c.relkind = 'i' ORDER BY 1 LIMIT 50"_s.arg(placeholders.join(u',')),
            names);
    }

    static ProbeResult judge(const Rows &rows)
    {
        const QString threshold = Tr::tr("warning over 0, failed on a table of this migration");
        State state = State::Passed;
        QStringList texts;
        for (qsizetype i = 0; i < rows.rows.size(); ++i) {
            const bool built = rows.boolean(i, u"being_built");
            state = (rows.boolean(i, u"on_target") && !built) || state == State::Failed ? State::Failed : State::Warning;
            texts << (built ? Tr::tr("%1 on %2, being built") : Tr::tr("%1 on %2")).arg(rows.text(i, u"name"), rows.text(i, u"tbl"));
        }
        if (state == State::Passed)
            return probeResult(state, Tr::tr("none"), threshold, Tr::tr("Every index is valid."));
        return probeResult(state, shortened(texts), threshold,
                           Tr::tr("A CREATE INDEX CONCURRENTLY or REINDEX failed here: the index costs writes and serves no reads, and a migration that "
                                  "makes it again fails or skips it. DROP INDEX CONCURRENTLY removes it."));
    }
};
} // namespace

std::unique_ptr<Probe> invalidIndexesProbe()
{
    return std::make_unique<InvalidIndexesProbe>();
}

} // namespace Whimbrel

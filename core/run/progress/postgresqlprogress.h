// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/progress/progresslook.h"
#include "run/progress/rewritegrowth.h"

#include <QJsonObject>

namespace Whimbrel {

/// The pg_stat_progress_* views that the server has, whoever the statement waits for, and the growth of a table that is
/// written anew, which no view tells.
class PostgreSqlProgress final : public ProgressLook
{
public:
    PostgreSqlProgress(const BackendId &run, const Statement &statement);

    Result<ProgressSample> look(Session &session) override;

private:
    Result<> prepare(Session &session);
    ProgressSample fromView(const QString &view, const QJsonObject &row) const;

    const BackendId m_run;
    const Statement m_statement;
    QString m_sql; ///< empty until prepared
    std::optional<RewriteGrowth> m_rewrite;
};

} // namespace Whimbrel

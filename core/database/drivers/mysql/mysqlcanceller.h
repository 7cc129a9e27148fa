// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/drivers/statementcanceller.h"

#include <QSqlDatabase>

namespace Whimbrel {

/// Sets up a QMYSQL connection, without opening it.
void prepareMySqlConnection(QSqlDatabase &database, const ConnectionSettings &settings);

/// Sends KILL QUERY over a short connection of its own.
class MySqlCanceller final : public StatementCanceller
{
public:
    explicit MySqlCanceller(ConnectionSettings settings);

    /// 0: the connection has gone.
    void setConnectionId(qint64 id);

protected:
    void interrupt() override;

private:
    const ConnectionSettings m_settings;
    qint64 m_id = 0; ///< under m_mutex
};

} // namespace Whimbrel

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Whimbrel::Test {

/// One thing to measure: a statement, several in one transaction, or one that refuses a transaction.
struct StatementForm
{
    enum class Kind { InTransaction, Outside };

    QString name;
    Kind kind = Kind::InTransaction;
    QString setup; ///< committed before
    QString text;
};

/// A file of tests/fixtures/safety; its format stands at the head of unseen-postgresql.sql and locktruth-postgresql.sql.
struct FormFile
{
    QString schema; ///< SQL that makes what the forms stand on
    QList<StatementForm> forms;
};

FormFile readForms(const QString &path);

} // namespace Whimbrel::Test

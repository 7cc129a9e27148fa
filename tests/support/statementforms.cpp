// SPDX-License-Identifier: GPL-3.0-or-later
#include "statementforms.h"

#include "test.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

StatementForms readStatementForms(const QString &path, Dialect dialect)
{
    QFile file(fixture(path));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s: %s", qPrintable(file.fileName()), qPrintable(file.errorString()));
    StatementForms result;
    StatementForm form;
    QString sql;
    bool inSetup = false;
    const auto finish = [&] {
        const QList<Statement> statements = splitScript(sql, dialect).statements;
        if (inSetup) {
            result.setup = statements;
        } else if (!form.name.isEmpty()) {
            if (statements.size() != 1)
                qFatal("%s: form '%s' has %lld statements", qPrintable(path), qPrintable(form.name), qlonglong(statements.size()));
            form.statement = statements.constFirst();
            result.forms.append(form);
        }
        sql.clear();
        form = {};
    };
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines) {
        if (line == "-- setup"_L1) {
            finish();
            inSetup = true;
        } else if (line.startsWith("-- form: "_L1)) {
            finish();
            inSetup = false;
            form.name = line.sliced(9);
        } else if (line.startsWith("-- before: "_L1)) {
            form.before += splitScript(QStringView(line).sliced(11), dialect).statements;
        } else if (inSetup || !form.name.isEmpty()) {
            sql += line + u'\n';
        }
    }
    finish();
    return result;
}

} // namespace Whimbrel::Test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden.h"

#include "operations.h"
#include "sql/splitter.h"
#include "test.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

namespace {

QStringList linesOf(const QString &name)
{
    QFile file(fixture(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(u'\n');
}

} // namespace

QString readText(const QString &sql)
{
    QStringList lines;
    for (const Statement &statement : splitScript(sql, Dialect::PostgreSql).statements) {
        const StatementReading reading = readStatement(statement, Dialect::PostgreSql);
        lines << (reading.byTokens ? u"(tokens) "_s : QString()) + describe(reading.operations);
    }
    return lines.join(u'\n');
}

QList<Form> readForms(const QString &fixture)
{
    QList<Form> forms;
    for (const QString &line : linesOf(fixture)) {
        if (!line.isEmpty() && !line.startsWith("--"_L1))
            forms.append({line, readText(line)});
    }
    return forms;
}

void compareForms(const QList<Form> &forms, const QString &expected)
{
    QString text;
    for (const Form &form : forms)
        text += "> "_L1 + form.sql + u'\n' + form.operations + "\n\n"_L1;
    if (qEnvironmentVariableIntValue("WHIMBREL_UPDATE_FIXTURES") == 1) {
        QFile file(fixture(expected));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
        return;
    }
    const QStringList wanted = linesOf(expected);
    const QStringList read = text.split(u'\n');
    QString form;
    for (qsizetype i = 0; i < std::min(read.size(), wanted.size()); ++i) {
        if (read.at(i).startsWith("> "_L1))
            form = read.at(i);
        if (read.at(i) != wanted.at(i))
            QFAIL(qPrintable(form + "\nread:   "_L1 + read.at(i) + "\nwanted: "_L1 + wanted.at(i)));
    }
    QCOMPARE(read.size(), wanted.size());
}

} // namespace Whimbrel::Test

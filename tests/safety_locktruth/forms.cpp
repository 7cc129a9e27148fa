// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

FormFile readForms(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s: %s", qPrintable(path), qPrintable(file.errorString()));
    static const QRegularExpression header(u"^-- (fixture|group|setup|statement|form|migration|outside)(?:: (.*))?$"_s);

    FormFile forms;
    QString before; // the comment at the head
    QString *text = &before;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines) {
        const auto match = header.match(line);
        if (!match.hasMatch()) {
            *text += line + u'\n';
            continue;
        }
        const QString word = match.captured(1);
        if (word == "fixture"_L1) {
            text = &forms.schema;
        } else if (word == "setup"_L1) {
            text = &forms.forms.last().setup;
        } else if (word == "statement"_L1) {
            text = &forms.forms.last().text;
        } else if (word != "group"_L1) {
            const auto kind = word == "outside"_L1 ? StatementForm::Kind::Outside : StatementForm::Kind::InTransaction;
            forms.forms.append({.name = match.captured(2), .kind = kind, .setup = {}, .text = {}});
            text = &forms.forms.last().text;
        }
    }
    return forms;
}

} // namespace Whimbrel::Test

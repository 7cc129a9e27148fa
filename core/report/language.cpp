// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/language.h"

#include <QCoreApplication>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace Whimbrel {

QLocale readingLocale(const QString &chosen)
{
    if (chosen.isEmpty())
        return QLocale();
    const QLocale locale(chosen);
    QLocale::setDefault(locale);
    return locale;
}

void installLanguage(const QLocale &locale)
{
    auto *texts = new QTranslator(QCoreApplication::instance());
    const bool found = texts->load(locale, u"whimbrel"_s, u"_"_s, u":/i18n"_s)
        || texts->load(u":/i18n/whimbrel_en.qm"_s);
    if (found)
        QCoreApplication::installTranslator(texts);
}

} // namespace Whimbrel

// SPDX-License-Identifier: GPL-3.0-or-later
#include "messages.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

QRegularExpression unexpectedMessage()
{
    static const QRegularExpression expression = [] {
        const QStringList harmless{
            u"Sonnet: No speller backends available"_s,         // KTextEditor without a spell checker installed
            u"No speller backends available"_s,                 // the same, from another call
            u"This plugin does not support"_s,                  // the offscreen platform has no window manager
            u"Detected locale \"C\" with character encoding"_s, // a shell without LANG
            u"This version of PostgreSQL is not supported"_s,   // a server that goes away just while Qt's driver asks it
        };
        return QRegularExpression(u"^(?!.*(?:%1))"_s.arg(harmless.join(u'|')),
                                  QRegularExpression::DotMatchesEverythingOption);
    }();
    return expression;
}

} // namespace Whimbrel::Test

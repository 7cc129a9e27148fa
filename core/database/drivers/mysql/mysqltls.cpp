// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/drivers/mysql/mysqltls.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

std::optional<MySqlTls> mySqlTls(const ConnectionSettings &settings)
{
    static const QMap<QString, MySqlTls> modes{
        {u"disabled"_s, MySqlTls::Unasked},     {u"false"_s, MySqlTls::Unasked},
        {u"preferred"_s, MySqlTls::Preferred},  {u"required"_s, MySqlTls::Required},
        {u"skip-verify"_s, MySqlTls::Required}, {u"true"_s, MySqlTls::Verified},
        {u"verify-ca"_s, MySqlTls::Verified},   {u"verify-identity"_s, MySqlTls::Verified},
    };
    const QString asked =
        settings.options.value(u"tls"_s, settings.options.value(u"ssl-mode"_s)).toLower().replace(u'_', u'-');
    std::optional<MySqlTls> mode;
    if (modes.contains(asked))
        mode = modes.value(asked);
    else if (asked.isEmpty())
        mode = settings.options.contains(u"ssl-ca"_s) || settings.options.contains(u"ssl-capath"_s) ? MySqlTls::Verified
                                                                                                    : MySqlTls::Unasked;
    if (mode && (settings.host.isEmpty() || settings.options.contains(u"unix_socket"_s)))
        return MySqlTls::Unasked;
    return mode;
}

} // namespace Whimbrel

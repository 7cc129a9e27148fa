// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

namespace Whimbrel {

/// The language people read: `chosen` ("de"; empty: the system's). Becomes the default locale when chosen.
QLocale readingLocale(const QString &chosen);

/// Installs Whimbrel's own texts for `locale`, English plurals where there is no catalogue. Needs the application object;
/// on its thread.
void installLanguage(const QLocale &locale);

} // namespace Whimbrel

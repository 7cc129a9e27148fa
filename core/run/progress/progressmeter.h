// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Whimbrel {

/// Makes of the looks at one statement what a bar may show: never less than before, and what is left of it in time.
class ProgressMeter
{
public:
    /// `fraction` of the whole, negative where nobody can tell, after `elapsedMs`.
    void take(double fraction, qint64 elapsedMs);

    /// -1: nobody can tell. A fraction that begins anew was one of a part (the next of several indexes or tables): from then on
    /// there is none.
    int perMille() const;
    /// As fast as it has come on since the first look; -1: not known.
    qint64 leftMs() const;

private:
    double m_most = -1;
    bool m_beganAnew = false;
    double m_first = -1;
    qint64 m_firstMs = 0;
    double m_last = -1;
    qint64 m_lastMs = 0;
};

} // namespace Whimbrel

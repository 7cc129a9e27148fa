// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/progress/progresslook.h"

#include <QCoreApplication>

namespace Whimbrel {

/// STAGE, MAX_STAGE and PROGRESS of the process list: real where a table is copied, nothing where an index is built in place.
class MariaDbProgress final : public ProgressLook
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)

public:
    explicit MariaDbProgress(const BackendId &run) : m_run(run) { }

    Result<ProgressSample> look(Session &session) override;

private:
    const BackendId m_run;
};

} // namespace Whimbrel

// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/sessiondisposal.h"

#include <QThreadPool>

namespace Whimbrel {

void disposeOf(std::unique_ptr<SessionThread> session)
{
    if (!session)
        return;
    session->disconnect();
    session->cancel();
    session->setParent(nullptr);
    session->moveToThread(nullptr);
    QThreadPool::globalInstance()->start(
        [doomed = std::shared_ptr<SessionThread>(std::move(session))]() mutable { doomed.reset(); });
}

} // namespace Whimbrel

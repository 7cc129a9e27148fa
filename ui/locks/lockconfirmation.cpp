// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/lockconfirmation.h"

#include "locks/lockmonitor.h"
#include "report/locksreport.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct LockConfirmation
{
    Q_DECLARE_TR_FUNCTIONS(LockConfirmation)
};

QString consequence(LockAction action, const LockSession &session)
{
    if (session.own)
        return LockConfirmation::tr("This is a session of this run: the run stops with an error.");
    if (action == LockAction::TerminateSession)
        return LockConfirmation::tr(
            "The session ends, its transaction is rolled back, and its application sees a lost connection.");
    if (session.queryIsLast)
        return LockConfirmation::tr("The session runs no statement now: cancelling changes nothing and its locks stay. "
                                    "Only terminating it frees them.");
    return LockConfirmation::tr(
        "The statement fails with an error in its application. Locks of earlier statements of its "
        "transaction stay until that ends.");
}

QString statement(const LockSession &session)
{
    if (session.query.isEmpty())
        return {};
    const QString text = session.query.simplified().left(300);
    return session.queryIsLast ? LockConfirmation::tr("Last statement: %1").arg(text)
                               : LockConfirmation::tr("Statement: %1").arg(text);
}

} // namespace

QMessageBox *lockConfirmation(LockAction action, const LockSession &session, QWidget *parent)
{
    const QString pid = QString::number(session.backend.pid);
    const bool cancel = action == LockAction::CancelStatement;
    auto *box = new QMessageBox(parent);
    box->setObjectName(u"lock-confirmation"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setTextFormat(Qt::PlainText); // statements and application names are other people's text
    box->setWindowTitle(cancel ? LockConfirmation::tr("Cancel a statement")
                               : LockConfirmation::tr("Terminate a session"));
    box->setText(cancel ? LockConfirmation::tr("Cancel the statement of session %1?").arg(sessionTitle(session))
                        : LockConfirmation::tr("Terminate session %1?").arg(sessionTitle(session)));
    QStringList lines = sessionFacts(session, QDateTime::currentDateTimeUtc()).mid(1);
    const QString text = statement(session);
    if (!text.isEmpty())
        lines << text;
    lines << QString() << consequence(action, session);
    box->setInformativeText(lines.join(u'\n'));
    QPushButton *act = box->addButton(cancel ? LockConfirmation::tr("Cancel the statement of %1").arg(pid)
                                             : LockConfirmation::tr("Terminate session %1").arg(pid),
                                      QMessageBox::DestructiveRole);
    act->setObjectName(u"act"_s);
    QPushButton *leave = box->addButton(LockConfirmation::tr("Leave it alone"), QMessageBox::RejectRole);
    box->setDefaultButton(leave);
    box->setEscapeButton(leave);
    QObject::connect(act, &QPushButton::clicked, box, &QMessageBox::accept);
    return box;
}

void confirmAndSend(LockMonitor &monitor, LockAction action, const LockSession &known, QWidget *parent, const LockAnswer &done)
{
    // What is shown may be two seconds old or frozen: the person decides on what is true now.
    monitor.look(known.backend).then(parent, [&monitor, action, known, parent, done](const Result<std::optional<LockSession>> &now) {
        if (!now || !*now)
            return done(known, now ? Result<bool>(false) : std::unexpected(now.error()));
        LockSession session = **now;
        session.own = known.own;
        QMessageBox *box = lockConfirmation(action, session, parent);
        QObject::connect(box, &QDialog::accepted, &monitor, [&monitor, action, session, parent, done] {
            auto sent = action == LockAction::CancelStatement ? monitor.cancel(session.backend) : monitor.terminate(session.backend);
            sent.then(parent, [session, done](const Result<bool> &result) { done(session, result); });
        });
        box->open();
    });
}

QString sentText(LockAction action, const LockSession &session, bool sent)
{
    const QString title = sessionTitle(session);
    if (!sent)
        return LockConfirmation::tr("Session %1 is gone. Nothing was done.").arg(title);
    return action == LockAction::CancelStatement ? LockConfirmation::tr("The server was asked to cancel the statement of session %1.").arg(title)
                                                 : LockConfirmation::tr("The server was asked to end session %1.").arg(title);
}

} // namespace Whimbrel

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/releasefeed.h"

#include <QObject>

#include <functional>

namespace Whimbrel {

class Workbench;

/// What is asked of a person before it goes into the log of the current release, and where its report is to be written.
/// An answer is for the release it was asked for: where another one is current by then, nothing is written.
class ReleaseQuestions final : public QObject
{
    Q_OBJECT

public:
    /// The dialogs are children of `pane`.
    ReleaseQuestions(Workbench &workbench, QWidget *pane);

    void askOverride(ReleasePhase phase);
    void askClose();
    void askNote();
    void askExport();

Q_SIGNALS:
    void failed(const Whimbrel::Error &error);

private:
    struct Question
    {
        QString title;
        QString consequence;
        QString verb;
        bool needsReason = true;
        std::function<Result<ReleaseEvent>(const Release &release, const QString &reason)> answer;
    };

    void ask(const Question &question);
    void write(const Release &release, const QString &project, const QString &path);

    Workbench &m_workbench;
    ReleaseFeed &m_feed;
    QWidget *m_pane;
};

} // namespace Whimbrel

// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/releasequestions.h"

#include "checklist/reasondialog.h"
#include "checklist/releasereport.h"
#include "workbench/workbench.h"

#include <QFileDialog>
#include <QSaveFile>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// What went wrong; empty where nothing did.
QString writeReport(const Release &release, const QString &project, const QString &path)
{
    QSaveFile file(path);
    const QByteArray text = releaseToMarkdown(release, project).toUtf8();
    const bool done = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
    return done ? QString() : file.errorString();
}

} // namespace

ReleaseQuestions::ReleaseQuestions(Workbench &workbench, QWidget *pane)
    : QObject(pane)
    , m_workbench(workbench)
    , m_feed(workbench.release())
    , m_pane(pane)
{
}

void ReleaseQuestions::ask(const Question &question)
{
    auto *dialog = new ReasonDialog(question.title, question.consequence, question.verb, question.needsReason, m_pane);
    connect(dialog, &QDialog::accepted, this, [this, dialog, answer = question.answer, id = m_feed.release()->id] {
        const std::optional<Release> &release = m_feed.release();
        if (!release || release->id != id) {
            Q_EMIT failed(failure(ErrorKind::Refused, tr("Release %1 is not the current one any more.").arg(id),
                                  tr("Nothing was written."))
                              .error());
            return;
        }
        const Result<ReleaseEvent> event = answer(*release, dialog->reason());
        if (event)
            m_feed.append({*event});
        else
            Q_EMIT failed(event.error());
    });
    dialog->open();
}

void ReleaseQuestions::askOverride(ReleasePhase phase)
{
    if (!m_feed.release())
        return;
    const int open = static_cast<int>(m_feed.release()->missing(phase).size());
    const QString consequence =
        phase == ReleasePhase::Before
            ? tr("%n item(s) of Before are open. Overriding opens During and lets migrations run on %1 without them.",
                 nullptr, open)
                  .arg(m_feed.release()->environment)
            : tr("%n item(s) of %1 are open. Overriding goes on without them.", nullptr, open)
                  .arg(releasePhaseName(phase));
    const QString verb = tr("Override %1").arg(releasePhaseName(phase));
    ask({.title = verb,
         .consequence = consequence,
         .verb = verb,
         .answer = [phase](const Release &release, const QString &reason) {
             return release.mayOverride(phase, reason).transform([&] { return ReleaseEvent::overridden(phase, reason); });
         }});
}

void ReleaseQuestions::askClose()
{
    if (!m_feed.release())
        return;
    const Result<> complete = m_feed.release()->mayClose({});
    const QString consequence = complete
                                    ? tr("Nothing can be ticked in release %1 afterwards.").arg(m_feed.release()->id)
                                    : tr("%1\nNothing can be ticked in it afterwards.").arg(complete.error().message);
    ask({.title = tr("Close release"),
         .consequence = consequence,
         .verb = tr("Close release"),
         .needsReason = !complete,
         .answer = [](const Release &release, const QString &reason) {
             return release.mayClose(reason).transform([&] { return ReleaseEvent::closedWith(reason); });
         }});
}

void ReleaseQuestions::askNote()
{
    if (!m_feed.release())
        return;
    ask({.title = tr("Add a note"),
         .consequence = tr("A note on release %1 as a whole.").arg(m_feed.release()->id),
         .verb = tr("Add note"),
         .answer = [](const Release &, const QString &note) -> Result<ReleaseEvent> { return ReleaseEvent::noted(note); }});
}

void ReleaseQuestions::askExport()
{
    if (!m_feed.release() || !m_workbench.project())
        return;
    auto *dialog = new QFileDialog(m_pane, tr("Export the release"), m_workbench.project()->folder().absolutePath(),
                                   tr("Markdown (*.md)"));
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"md"_s);
    dialog->selectFile(m_feed.release()->id + u".md"_s);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, asked = *m_feed.release(), project = m_workbench.project()->name()](const QString &path) {
                const std::optional<Release> &now = m_feed.release(); // which may have gone on meanwhile
                write(now && now->id == asked.id ? *now : asked, project, path);
            });
    dialog->open();
}

void ReleaseQuestions::write(const Release &release, const QString &project, const QString &path)
{
    QtConcurrent::run(&writeReport, release, project, path).then(this, [this, path](const QString &problem) {
        if (problem.isEmpty())
            m_workbench.setStatus(tr("Wrote %1").arg(path));
        else
            Q_EMIT failed(failure(ErrorKind::Io, tr("%1 could not be written: %2").arg(path, problem)).error());
    });
}

} // namespace Whimbrel

// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/lockstrips.h"

#include "locks/lockmonitor.h"

#include <KMessageWidget>

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

KMessageWidget *makeStrip(const QString &name, QWidget *parent)
{
    auto *strip = new KMessageWidget(parent);
    strip->setObjectName(name);
    strip->setWordWrap(true);
    strip->setCloseButtonVisible(false);
    strip->hide();
    parent->layout()->addWidget(strip);
    return strip;
}

} // namespace

LockStrips::LockStrips(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_lost = makeStrip(u"locks-lost"_s, this);
    m_lost->setMessageType(KMessageWidget::Error);
    m_notes = makeStrip(u"locks-limited"_s, this);
    m_result = makeStrip(u"locks-result"_s, this);
    m_result->setCloseButtonVisible(true);

    m_copyRemedies = new QAction(QIcon::fromTheme(u"edit-copy"_s), tr("Copy statement"), this);
    m_copyRemedies->setObjectName(u"locks-copy-remedy"_s);
    connect(m_copyRemedies, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(m_remedies.join(u'\n')); });
}

void LockStrips::showLost(const LockMonitor &monitor, const QString &age)
{
    const bool lost = monitor.state() == LockMonitor::State::Lost && !age.isEmpty();
    if (lost)
        m_lost->setText(tr("Connection lost: %1 What is shown is %2 old. Trying again.")
                            .arg(monitor.error()->message.toHtmlEscaped(), age));
    m_lost->setVisible(lost);
}

void LockStrips::showNotes(const QList<LockNote> &notes, bool isSQLite)
{
    QStringList lines;
    m_remedies.clear();
    for (const LockNote &note : notes) {
        if (note.kind == LockNote::Kind::Slow) // the summary says it
            continue;
        const QString text = note.text.toHtmlEscaped();
        if (note.remedy.isEmpty()) {
            lines << text;
            continue;
        }
        m_remedies << note.remedy;
        lines << tr("%1 An administrator can change it with: %2")
                     .arg(text, u"<code>%1</code>"_s.arg(note.remedy.toHtmlEscaped()));
    }
    m_notes->setVisible(!lines.isEmpty());
    const QString text = lines.join(u"<br/>"_s);
    if (lines.isEmpty() || text == m_notesText)
        return;
    m_notesText = text;
    m_notes->setMessageType(isSQLite ? KMessageWidget::Information : KMessageWidget::Warning);
    m_notes->setText(text);
    m_notes->removeAction(m_copyRemedies);
    if (!m_remedies.isEmpty())
        m_notes->addAction(m_copyRemedies);
}

void LockStrips::showResult(const QString &text, bool done)
{
    m_result->setMessageType(done ? KMessageWidget::Positive : KMessageWidget::Information);
    m_result->setText(text.toHtmlEscaped());
    m_result->animatedShow();
}

void LockStrips::showError(const Error &error)
{
    m_result->setMessageType(KMessageWidget::Error);
    m_result->setText(error.toString().toHtmlEscaped().replace(u'\n', u"<br/>"_s));
    m_result->animatedShow();
}

void LockStrips::hideResult()
{
    m_result->animatedHide();
}

} // namespace Whimbrel

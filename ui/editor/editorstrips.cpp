// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/editorstrips.h"

#include "editor/migrationdocument.h"

#include <KMessageWidget>
#include <KTextEditor/Document>

#include <QAction>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString readOnlyText(ReadOnlyReason reason, qint64 size)
{
    switch (reason) {
    case ReadOnlyReason::None: break;
    case ReadOnlyReason::MixedLineEnds:
        return EditorStrips::tr(
            "This file mixes kinds of line ends. Saving it would change lines that nobody touched, and with "
            "them its checksum, so it is open for reading only.");
    case ReadOnlyReason::InvalidUtf8:
        return EditorStrips::tr(
            "This file is not valid UTF-8, so what is shown of it may be wrong in places. It is open for "
            "reading only, so that it stays as it is.");
    case ReadOnlyReason::NullByte:
        return EditorStrips::tr(
            "This file contains a NUL byte, which no database accepts in a script. It is open for reading only.");
    case ReadOnlyReason::TooLarge:
        return EditorStrips::tr("This file has %1; its first %2 are shown, for reading only.")
            .arg(QLocale().formattedDataSize(size), QLocale().formattedDataSize(EditedFile::shownOfLarge));
    case ReadOnlyReason::NotWritable:
        return EditorStrips::tr("You may not write to this file. It is open for reading only.");
    case ReadOnlyReason::NotReproducible:
        return EditorStrips::tr(
            "This file contains very long lines or characters that the editor cannot give back exactly as they "
            "are. It is open for reading only.");
    }
    return {};
}

} // namespace

EditorStrips::EditorStrips(MigrationDocument &document, QVBoxLayout *layout, QObject *parent)
    : QObject(parent), m_document(document), m_layout(layout)
{
    connect(&document, &MigrationDocument::loaded, this, [this] {
        if (m_document.recovered())
            showRecoveryStrip();
    });
    connect(&document, &MigrationDocument::loadFailed, this, &EditorStrips::showFailure);
    connect(&document, &MigrationDocument::saveFailed, this, &EditorStrips::showFailure);
    connect(&document, &MigrationDocument::changedOnDisk, this, &EditorStrips::showChangedOnDisk);
    connect(&document, &MigrationDocument::deletedOnDisk, this, &EditorStrips::showDeletedOnDisk);
    connect(&document, &MigrationDocument::readOnlyChanged, this, &EditorStrips::showReadOnlyStrip);
    connect(&document, &MigrationDocument::reloaded, this, [this] { removeStrip(Strip::Disk); });
    connect(&document, &MigrationDocument::saved, this, [this] {
        removeStrip(Strip::Disk);
        removeStrip(Strip::Failure);
        removeStrip(Strip::Recovery);
    });
}

KMessageWidget *EditorStrips::strip(Strip kind)
{
    removeStrip(kind);
    auto *message = new KMessageWidget(m_layout->parentWidget());
    message->setWordWrap(true);
    message->setPosition(KMessageWidget::Header);
    message->setCloseButtonVisible(false);
    m_layout->insertWidget(1, message);
    m_strips.insert(kind, message);
    return message;
}

void EditorStrips::removeStrip(Strip kind)
{
    if (KMessageWidget *message = m_strips.take(kind)) {
        message->hide();
        message->deleteLater();
    }
}

void EditorStrips::showReadOnlyStrip()
{
    const ReadOnlyReason reason = m_document.readOnlyReason();
    removeStrip(Strip::ReadOnly);
    if (reason == ReadOnlyReason::None)
        return;
    KMessageWidget *message = strip(Strip::ReadOnly);
    message->setMessageType(KMessageWidget::Information);
    message->setText(readOnlyText(reason, m_document.size()));
    if (reason != ReadOnlyReason::MixedLineEnds)
        return;
    const auto offer = [this, message](const QString &text, LineEnd lineEnd) {
        auto *action = new QAction(text, message);
        connect(action, &QAction::triggered, this, [this, lineEnd] { m_document.convertLineEnds(lineEnd); });
        message->addAction(action);
    };
    offer(tr("Convert to LF and edit"), LineEnd::Lf);
    offer(tr("Convert to CRLF and edit"), LineEnd::CrLf);
}

void EditorStrips::showRecoveryStrip()
{
    KMessageWidget *message = strip(Strip::Recovery);
    message->setMessageType(KMessageWidget::Warning);
    message->setText(tr("Text that was typed here and not saved on %1 was kept.")
                         .arg(QLocale().toString(m_document.recovered()->at, QLocale::ShortFormat)));
    auto *restore = new QAction(tr("Restore it"), message);
    auto *difference = new QAction(tr("Show difference"), message);
    auto *discard = new QAction(tr("Discard it"), message);
    connect(restore, &QAction::triggered, this, [this] {
        m_document.restoreUnsaved();
        removeStrip(Strip::Recovery);
        Q_EMIT textWanted();
    });
    connect(difference, &QAction::triggered, this, [this] {
        Q_EMIT differenceWanted(tr("On the disk"), m_document.document()->text(), tr("Typed and not saved"),
                                m_document.recovered()->text);
    });
    connect(discard, &QAction::triggered, this, [this] {
        m_document.discardUnsaved();
        removeStrip(Strip::Recovery);
        Q_EMIT textWanted();
    });
    for (QAction *action : {restore, difference, discard})
        message->addAction(action);
}

void EditorStrips::showChangedOnDisk(const QString &diskText)
{
    KMessageWidget *message = strip(Strip::Disk);
    message->setMessageType(KMessageWidget::Warning);
    message->setText(tr("Another program changed this file while you were editing it. Nothing was overwritten."));
    auto *reload = new QAction(tr("Reload"), message);
    auto *keep = new QAction(tr("Keep mine"), message);
    auto *difference = new QAction(tr("Show difference"), message);
    reload->setToolTip(tr("Takes the text on the disk; Undo brings yours back"));
    keep->setToolTip(tr("Saving writes your text over the one on the disk"));
    connect(reload, &QAction::triggered, &m_document, &MigrationDocument::reload);
    connect(reload, &QAction::triggered, this, [this] { Q_EMIT textWanted(); });
    connect(keep, &QAction::triggered, this, [this] {
        m_document.keepMine();
        removeStrip(Strip::Disk);
        Q_EMIT textWanted();
    });
    connect(difference, &QAction::triggered, this, [this, diskText] {
        Q_EMIT differenceWanted(tr("On the disk"), diskText, tr("In the editor"), m_document.document()->text());
    });
    for (QAction *action : {reload, keep, difference})
        message->addAction(action);
}

void EditorStrips::showDeletedOnDisk()
{
    KMessageWidget *message = strip(Strip::Disk);
    message->setMessageType(KMessageWidget::Warning);
    message->setText(tr("This file was deleted or moved. Its text is still here; saving writes the file again."));
    auto *keep = new QAction(tr("Keep mine"), message);
    connect(keep, &QAction::triggered, this, [this] {
        m_document.keepMine();
        removeStrip(Strip::Disk);
    });
    message->addAction(keep);
}

void EditorStrips::showFailure(const Error &error)
{
    KMessageWidget *message = strip(Strip::Failure);
    message->setMessageType(KMessageWidget::Error);
    message->setText(error.toString());
    message->setCloseButtonVisible(true);
}

} // namespace Whimbrel

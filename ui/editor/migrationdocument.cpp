// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/migrationdocument.h"

#include "editor/editorsetup.h"

#include <KTextEditor/Document>
#include <KTextEditor/Editor>
#include <KTextEditor/View>

#include <QFuture>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

namespace {

struct Loaded
{
    Result<EditedFile> file;
    std::optional<UnsavedText> unsaved;
};

struct WriteOutcome
{
    Result<QByteArray> hash;
    std::optional<EditedFile> disk; ///< set where somebody else changed the file, which was then not written
};

WriteOutcome writeUnlessChanged(const QString &path, const TextFormat &format, const QString &text,
                                const QByteArray &expected)
{
    const QByteArray present = EditedFile::hashOf(path);
    if (!present.isEmpty() && present != expected) {
        if (Result<EditedFile> disk = EditedFile::read(path))
            return {.hash = {}, .disk = *disk};
    }
    return {.hash = EditedFile::write(path, format.encode(text)), .disk = {}};
}

} // namespace

MigrationDocument::MigrationDocument(const QString &path, QObject *parent)
    : QObject(parent), m_path(path), m_document(createEditorDocument())
{
    m_storeTimer.setSingleShot(true);
    m_storeTimer.setInterval(2s);
    connect(&m_storeTimer, &QTimer::timeout, this, &MigrationDocument::storeUnsaved);
    connect(m_document.get(), &KTextEditor::Document::textChanged, this, [this] {
        if (m_loaded && !m_storeTimer.isActive())
            m_storeTimer.start();
    });
    connect(m_document.get(), &KTextEditor::Document::modifiedChanged, this,
            [this] { Q_EMIT modifiedChanged(isModified()); });
    connect(m_document.get(), &KTextEditor::Document::modifiedOnDisk, this, &MigrationDocument::checkDisk);
}

MigrationDocument::~MigrationDocument()
{
    m_document->disconnect(this);
    m_document->setModified(false); // whoever closes has asked before; KParts must not
}

bool MigrationDocument::isModified() const
{
    return m_loaded && m_document->isModified();
}

void MigrationDocument::load()
{
    QtConcurrent::run([path = m_path] { return Loaded{EditedFile::read(path), UnsavedWork::load(path)}; })
        .then(this, [this](const Loaded &read) {
            if (!read.file) {
                Q_EMIT loadFailed(read.file.error());
                return;
            }
            show(*read.file);
            if (read.unsaved && read.unsaved->text != read.file->text)
                m_recovered = read.unsaved;
            m_loaded = true;
            Q_EMIT loaded();
        });
}

void MigrationDocument::show(const EditedFile &file)
{
    m_file = file;
    m_document->setEncoding(u"UTF-8"_s);
    if (file.readOnly == ReadOnlyReason::TooLarge)
        m_document->setText(file.text);
    else
        m_document->openUrl(QUrl::fromLocalFile(m_path));
    // Opening with an empty undo history is worth reading twice; but what KTextEditor made of the bytes must be the
    // text that they are, or saving would change them.
    if (file.readOnly == ReadOnlyReason::None && m_document->text() != file.text)
        m_file.readOnly = ReadOnlyReason::NotReproducible;
    m_file.text.clear();
    m_document->setModified(false);
    applyReadOnly();
}

void MigrationDocument::applyReadOnly()
{
    m_document->setReadWrite(m_file.readOnly == ReadOnlyReason::None);
    Q_EMIT readOnlyChanged();
}

void MigrationDocument::replaceText(const EditedFile &file)
{
    const QList<KTextEditor::View *> views = m_document->views();
    const KTextEditor::Cursor cursor = views.isEmpty() ? KTextEditor::Cursor(0, 0) : views.first()->cursorPosition();
    m_document->setReadWrite(true);
    m_document->replaceText(m_document->documentRange(), file.text); // undoing setText() would add a line
    if (!views.isEmpty())
        views.first()->setCursorPosition(cursor);
    m_file = file;
    m_file.text.clear();
    m_document->setModified(false);
    m_storeTimer.stop();
    applyReadOnly();
}

void MigrationDocument::save()
{
    if (!m_loaded || m_saving || m_file.readOnly != ReadOnlyReason::None)
        return;
    m_saving = true;
    const qint64 revision = m_document->revision();
    QtConcurrent::run(&writeUnlessChanged, m_path, m_file.format, m_document->text(), m_file.hash)
        .then(this, [this, revision](const WriteOutcome &outcome) {
            m_saving = false;
            if (outcome.disk) {
                Q_EMIT changedOnDisk(outcome.disk->text);
                return;
            }
            if (!outcome.hash) {
                Q_EMIT saveFailed(outcome.hash.error());
                return;
            }
            m_file.hash = *outcome.hash;
            m_deleted = false;
            if (m_document->revision() == revision) {
                m_storeTimer.stop();
                m_document->setModified(false);
                QtConcurrent::run(&UnsavedWork::discard, m_path).then(this, [] {});
            }
            Q_EMIT saved();
        });
}

void MigrationDocument::checkDisk()
{
    if (!m_loaded || m_saving || m_checking)
        return;
    m_checking = true;
    QtConcurrent::run([path = m_path, known = m_file.hash]() -> std::optional<Result<EditedFile>> {
        return EditedFile::hashOf(path) == known ? std::nullopt : std::optional(EditedFile::read(path));
    }).then(this, [this, known = m_file.hash](const std::optional<Result<EditedFile>> &disk) {
        m_checking = false;
        if (m_saving || known != m_file.hash)
            return; // saved or reloaded meanwhile
        if (!disk) {
            m_deleted = false;
        } else if (!*disk) {
            if (!std::exchange(m_deleted, true))
                Q_EMIT deletedOnDisk();
        } else if (isModified()) {
            Q_EMIT changedOnDisk((*disk)->text);
        } else {
            replaceText(**disk);
            Q_EMIT reloaded();
        }
    });
}

void MigrationDocument::reload()
{
    QtConcurrent::run(&EditedFile::read, m_path).then(this, [this](const Result<EditedFile> &file) {
        if (!file) {
            Q_EMIT loadFailed(file.error());
            return;
        }
        replaceText(*file);
        QtConcurrent::run(&UnsavedWork::discard, m_path).then(this, [] {});
        Q_EMIT reloaded();
    });
}

void MigrationDocument::keepMine()
{
    QtConcurrent::run(&EditedFile::hashOf, m_path).then(this, [this](const QByteArray &hash) {
        if (!hash.isEmpty())
            m_file.hash = hash;
        m_document->setModified(true);
        Q_EMIT minePreferred();
    });
}

void MigrationDocument::convertLineEnds(LineEnd lineEnd)
{
    m_file.format.lineEnd = lineEnd;
    m_file.readOnly = ReadOnlyReason::None;
    applyReadOnly();
    m_document->setModified(true);
}

void MigrationDocument::restoreUnsaved()
{
    if (!m_recovered)
        return;
    m_document->replaceText(m_document->documentRange(), m_recovered->text);
    m_recovered.reset();
}

void MigrationDocument::discardUnsaved()
{
    m_recovered.reset();
    QtConcurrent::run(&UnsavedWork::discard, m_path).then(this, [] {});
}

void MigrationDocument::abandonChanges()
{
    m_storeTimer.stop();
    m_document->setModified(false);
    UnsavedWork::discard(m_path); // one unlink; the document may be gone before a pool thread gets to it
}

void MigrationDocument::storeUnsaved()
{
    if (!isModified() || m_recovered)
        return;
    const UnsavedText unsaved{m_path, m_file.hash, QDateTime::currentDateTime(), m_document->text()};
    QtConcurrent::run([unsaved] { return UnsavedWork::store(unsaved); }).then(this, [this](const Result<> &stored) {
        if (!stored)
            Q_EMIT saveFailed(stored.error());
        else if (!isModified())
            discardUnsaved(); // saved while the copy was being written
    });
}

} // namespace Whimbrel

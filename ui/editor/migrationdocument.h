// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/editedfile.h"
#include "editor/unsavedwork.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace KTextEditor {
class Document;
}

namespace Whimbrel {

/// A file in the editor: KTextEditor's document, and the bytes on the disk that it stands for.
///
/// KTextEditor reads the file and keeps the text; writing is done here, byte for byte, because KTextEditor's own saving
/// changes what nobody touched. Files wait on a pool thread, never on the GUI's.
class MigrationDocument final : public QObject
{
    Q_OBJECT

public:
    explicit MigrationDocument(const QString &path, QObject *parent = nullptr);
    ~MigrationDocument() override;

    QString path() const { return m_path; }
    KTextEditor::Document *document() const { return m_document.get(); }
    bool isLoaded() const { return m_loaded; }
    bool isModified() const;
    ReadOnlyReason readOnlyReason() const { return m_file.readOnly; }
    const TextFormat &format() const { return m_file.format; }
    qint64 size() const { return m_file.size; }
    /// What was typed before a crash, until it is restored or discarded.
    const std::optional<UnsavedText> &recovered() const { return m_recovered; }

    /// Reads the file; loaded() or loadFailed() follows.
    void load();
    /// Writes the file unless somebody else changed it; saved(), saveFailed() or changedOnDisk() follows.
    void save();
    /// Takes the disk's text; the text until now is one undo away.
    void reload();
    /// The next save writes over what is on the disk now.
    void keepMine();
    /// A file with mixed line ends can be edited once it is agreed which it shall have.
    void convertLineEnds(LineEnd lineEnd);
    void restoreUnsaved();
    void discardUnsaved();
    /// Forgets what was typed and not saved, also for recovery; for closing without saving.
    void abandonChanges();
    /// Looks at the disk; changedOnDisk() or deletedOnDisk() follows where it is not what was read.
    void checkDisk();

Q_SIGNALS:
    void loaded();
    void loadFailed(const Whimbrel::Error &error);
    void saved();
    void saveFailed(const Whimbrel::Error &error);
    /// The file is not the one that was read, and there is unsaved text. `diskText` is what it holds now.
    void changedOnDisk(const QString &diskText);
    void deletedOnDisk();
    /// keepMine() knows the disk's present text: save() will write over it.
    void minePreferred();
    /// The file was changed by somebody else, nothing was unsaved, and the new text is shown.
    void reloaded();
    void modifiedChanged(bool modified);
    void readOnlyChanged();

private:
    void show(const EditedFile &file);
    void replaceText(const EditedFile &file);
    void storeUnsaved();
    void applyReadOnly();

    QString m_path;
    EditedFile m_file; ///< what is known of the disk; its text is dropped once it is shown
    std::unique_ptr<KTextEditor::Document> m_document;
    std::optional<UnsavedText> m_recovered;
    QTimer m_storeTimer;
    bool m_loaded = false;
    bool m_saving = false;
    bool m_checking = false;
    bool m_deleted = false;
};

} // namespace Whimbrel

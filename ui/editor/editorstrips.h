// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"

#include <QHash>
#include <QObject>

class KMessageWidget;
class QVBoxLayout;

namespace Whimbrel {

class MigrationDocument;

/// What a person has to know of the file that they edit, in strips above its text: why it cannot be written, that
/// somebody else changed it, that unsaved text was found. Each offers what can be done.
class EditorStrips final : public QObject
{
    Q_OBJECT

public:
    /// Strips are inserted below the first row of `layout`.
    EditorStrips(MigrationDocument &document, QVBoxLayout *layout, QObject *parent);

    void showFailure(const Error &error);

Q_SIGNALS:
    /// What was decided is to be seen in the text.
    void textWanted();
    void differenceWanted(const QString &beforeName, const QString &before, const QString &afterName,
                          const QString &after);

private:
    enum class Strip { ReadOnly, Disk, Recovery, Failure };

    KMessageWidget *strip(Strip kind);
    void removeStrip(Strip kind);
    void showReadOnlyStrip();
    void showRecoveryStrip();
    void showChangedOnDisk(const QString &diskText);
    void showDeletedOnDisk();

    MigrationDocument &m_document;
    QVBoxLayout *m_layout;
    QHash<Strip, KMessageWidget *> m_strips;
};

} // namespace Whimbrel

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/linediff.h"
#include "sql/dialect.h"
#include "timeline/timeline.h"

#include <QDir>
#include <QWidget>

#include <optional>

class QLabel;
class QPlainTextEdit;

namespace KSyntaxHighlighting {
class SyntaxHighlighter;
}

namespace Whimbrel {

/// What a migration was when it was applied, against the file now. The journal keeps hashes only: the earlier text
/// comes from git, where the file's repository has it. Also shows the difference of any two texts.
class ChangesView final : public QWidget
{
    Q_OBJECT

public:
    explicit ChangesView(QWidget *parent = nullptr);

    void setEntry(const TimelineEntry &entry, const QDir &projectFolder, std::optional<Dialect> dialect);
    void setTexts(const QString &beforeName, const QString &before, const QString &afterName, const QString &after,
                  std::optional<Dialect> dialect);
    /// False while it shows two texts.
    bool showsEntry() const { return m_entry.has_value(); }
    QString summary() const;
    QString difference() const;

Q_SIGNALS:
    /// The earlier text was found, or it is known that there is none.
    void searched();

protected:
    void changeEvent(QEvent *event) override;

private:
    void search();
    void showLines(const QList<DiffLine> &lines, std::optional<Dialect> dialect);
    void showLines();
    QString entryText(const QString &hashNow) const;

    QLabel *m_summary;
    QPlainTextEdit *m_text;
    QLabel *m_ways;
    KSyntaxHighlighting::SyntaxHighlighter *m_highlighter;
    std::optional<TimelineEntry> m_entry;
    std::optional<Dialect> m_dialect;
    QList<DiffLine> m_lines;
    int m_search = 0; ///< answers to earlier questions are dropped
};

} // namespace Whimbrel

// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/changesview.h"

#include "changes/earliertext.h"
#include "changes/linediff.h"
#include "editor/editedfile.h"
#include "syntax/sqlsyntax.h"

#include <KColorScheme>
#include <KSyntaxHighlighting/SyntaxHighlighter>

#include <QEvent>
#include <QFontDatabase>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QVBoxLayout>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct Found
{
    QString hashNow;
    Result<std::optional<EarlierText>> earlier;
    QList<DiffLine> lines;
};

Found searchEarlier(const TimelineEntry &entry)
{
    Found found{.hashNow = MigrationProject::hashFile(entry.migration.file).value_or(QString()),
                .earlier = findEarlierText(entry.migration.file, entry.appliedChecksum),
                .lines = {}};
    const Result<EditedFile> now = EditedFile::read(entry.migration.file);
    if (found.earlier && *found.earlier && now)
        found.lines = lineDiff((*found.earlier)->text, now->text);
    return found;
}

QString shortHash(const QString &hash)
{
    return hash.left(12);
}

/// As SQL, but for the lines that stand for others.
class DifferenceHighlighter final : public KSyntaxHighlighting::SyntaxHighlighter
{
public:
    DifferenceHighlighter(const QList<DiffLine> &lines, QTextDocument *document)
        : SyntaxHighlighter(document), m_lines(lines)
    {
    }

protected:
    void highlightBlock(const QString &text) override
    {
        SyntaxHighlighter::highlightBlock(text);
        const int line = currentBlock().blockNumber();
        if (line >= m_lines.size() || m_lines.at(line).kind != DiffLine::Kind::Skipped)
            return;
        QTextCharFormat quiet;
        quiet.setForeground(KColorScheme(QPalette::Active, KColorScheme::View).foreground(KColorScheme::InactiveText));
        setFormat(0, static_cast<int>(text.size()), quiet);
    }

private:
    const QList<DiffLine> &m_lines;
};

QString prefixOf(DiffLine::Kind kind)
{
    switch (kind) {
    case DiffLine::Kind::Added: return u"+ "_s;
    case DiffLine::Kind::Removed: return u"- "_s;
    case DiffLine::Kind::Same:
    case DiffLine::Kind::Skipped: break;
    }
    return u"  "_s;
}

} // namespace

ChangesView::ChangesView(QWidget *parent)
    : QWidget(parent), m_summary(new QLabel(this)), m_text(new QPlainTextEdit(this)), m_ways(new QLabel(this))
{
    const int margin = fontMetrics().height() / 2;
    for (QLabel *label : {m_summary, m_ways}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setMargin(margin);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setAccessibleName(tr("Difference, line by line"));
    m_highlighter = new DifferenceHighlighter(m_lines, m_text->document());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_summary);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_ways);
    setFocusProxy(m_text);
}

QString ChangesView::summary() const
{
    return m_summary->text();
}

QString ChangesView::difference() const
{
    return m_text->toPlainText();
}

void ChangesView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_lines.isEmpty())
        showLines();
}

void ChangesView::setEntry(const TimelineEntry &entry, const QDir &, std::optional<Dialect> dialect)
{
    if (m_entry == entry)
        return;
    m_entry = entry;
    m_dialect = dialect;
    m_summary->setText(entryText({}));
    m_text->clear();
    m_lines.clear();
    m_text->setPlaceholderText(tr("Looking for the earlier text in git…"));
    m_ways->setText(tr("Ways on: put the applied text back and write the change as a new migration, which every "
                       "database then gets; or, "
                       "if only comments or blanks changed, leave it: the database is as it was."));
    m_ways->show();
    search();
}

QString ChangesView::entryText(const QString &hashNow) const
{
    const QString when = m_entry->appliedAt.isValid()
                             ? QLocale().toString(m_entry->appliedAt.toLocalTime(), QLocale::ShortFormat)
                             : tr("an unknown date");
    const QString first = m_entry->appliedBy.isEmpty()
                              ? tr("Modified since it was applied on %1.").arg(when)
                              : tr("Modified since it was applied on %1 by %2.").arg(when, m_entry->appliedBy);
    if (hashNow.isEmpty())
        return first;
    return first + u'\n' + tr("SHA-256 then %1, now %2.").arg(shortHash(m_entry->appliedChecksum), shortHash(hashNow));
}

void ChangesView::search()
{
    const int number = ++m_search;
    QtConcurrent::run(&searchEarlier, *m_entry).then(this, [this, number](const Found &found) {
        if (number != m_search || !m_entry)
            return;
        QString summary = entryText(found.hashNow);
        if (!found.earlier) {
            summary += u'\n' + found.earlier.error().message;
        } else if (!*found.earlier) {
            summary +=
                u'\n' + tr("git has no version of this file with the applied text, so the difference cannot be shown.");
        } else {
            const EarlierText &earlier = **found.earlier;
            summary += u'\n' + tr("The applied text is the one of commit %1 by %2, %3.")
                                   .arg(earlier.commit, earlier.author,
                                        QLocale().toString(earlier.at.toLocalTime(), QLocale::ShortFormat));
            showLines(found.lines, m_dialect);
        }
        m_text->setPlaceholderText(tr("No earlier text is available."));
        m_summary->setText(summary);
        Q_EMIT searched();
    });
}

void ChangesView::setTexts(const QString &beforeName, const QString &before, const QString &afterName,
                           const QString &after, std::optional<Dialect> dialect)
{
    m_entry.reset();
    ++m_search;
    // As the lines are marked; a new file has none that are gone.
    m_summary->setText(beforeName.isEmpty() ? afterName : u"-  %1\n+  %2"_s.arg(beforeName, afterName));
    m_text->setPlaceholderText(tr("The texts are equal."));
    m_ways->hide();
    QtConcurrent::run([before, after] { return lineDiff(before, after); })
        .then(this, [this, number = m_search, dialect](const QList<DiffLine> &lines) {
            if (number != m_search)
                return;
            showLines(lines, dialect);
            Q_EMIT searched();
        });
}

void ChangesView::showLines(const QList<DiffLine> &lines, std::optional<Dialect> dialect)
{
    m_lines = lines;
    m_dialect = dialect;
    showLines();
}

/// In the colours of the present palette.
void ChangesView::showLines()
{
    m_highlighter->setDefinition(syntaxDefinition(m_dialect));
    m_highlighter->setTheme(syntaxTheme(palette()));
    QStringList texts;
    for (const DiffLine &line : std::as_const(m_lines)) {
        texts << (line.kind == DiffLine::Kind::Skipped ? u"  … "_s + tr("%n equal lines", nullptr, line.skipped)
                                                       : prefixOf(line.kind) + line.text);
    }
    m_text->setPlainText(texts.join(u'\n'));
    const KColorScheme scheme(QPalette::Active, KColorScheme::View);
    QTextCursor cursor(m_text->document());
    for (const DiffLine &line : std::as_const(m_lines)) {
        if (line.kind == DiffLine::Kind::Added || line.kind == DiffLine::Kind::Removed) {
            QTextBlockFormat format;
            format.setBackground(scheme.background(line.kind == DiffLine::Kind::Added
                                                       ? KColorScheme::PositiveBackground
                                                       : KColorScheme::NegativeBackground));
            cursor.setBlockFormat(format);
        }
        cursor.movePosition(QTextCursor::NextBlock);
    }
}

} // namespace Whimbrel

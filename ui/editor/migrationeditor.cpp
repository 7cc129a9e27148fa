// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/migrationeditor.h"

#include "changes/changesview.h"
#include "editor/editorsetup.h"
#include "plan/planview.h"
#include "run/stepchecks.h"
#include "safety/editorsafety.h"
#include "safety/impactview.h"
#include "safety/projectsafety.h"
#include "safety/sqlcompletion.h"
#include "syntax/sqlsyntax.h"

#include <KMessageWidget>
#include <KTextEditor/Document>
#include <KTextEditor/View>

#include <QAction>
#include <QButtonGroup>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString readOnlyText(ReadOnlyReason reason, qint64 size)
{
    switch (reason) {
    case ReadOnlyReason::None: break;
    case ReadOnlyReason::MixedLineEnds:
        return MigrationEditor::tr("This file mixes kinds of line ends. Saving it would change lines that nobody touched, and with "
                                   "them its checksum, so it is open for reading only.");
    case ReadOnlyReason::InvalidUtf8:
        return MigrationEditor::tr("This file is not valid UTF-8, so what is shown of it may be wrong in places. It is open for "
                                   "reading only, so that it stays as it is.");
    case ReadOnlyReason::NullByte:
        return MigrationEditor::tr("This file contains a NUL byte, which no database accepts in a script. It is open for reading only.");
    case ReadOnlyReason::TooLarge:
        return MigrationEditor::tr("This file has %1; its first %2 are shown, for reading only.")
            .arg(QLocale().formattedDataSize(size), QLocale().formattedDataSize(EditedFile::shownOfLarge));
    case ReadOnlyReason::NotWritable:
        return MigrationEditor::tr("You may not write to this file. It is open for reading only.");
    case ReadOnlyReason::NotReproducible:
        return MigrationEditor::tr("This file contains very long lines or characters that the editor cannot give back exactly as they "
                                   "are. It is open for reading only.");
    }
    return {};
}

// Servers count code points, KTextEditor UTF-16 units.
int utf16Column(const QString &line, int column)
{
    int unit = 0;
    for (int point = 1; point < column && unit < line.size(); ++point)
        unit += line.at(unit).isHighSurrogate() ? 2 : 1;
    return unit;
}

} // namespace

MigrationEditor::MigrationEditor(const QString &path, QWidget *parent)
    : QWidget(parent)
    , m_document(path)
    , m_view(createEditorView(m_document.document(), this))
    , m_statements(new StatementRanges(m_document.document(), m_view, this))
    , m_safety(new EditorSafety(m_document.document(), m_view, this))
    , m_layout(new QVBoxLayout(this))
    , m_pages(new QStackedWidget(this))
    , m_plan(new PlanView(this))
    , m_impact(new ImpactView(this))
    , m_changes(new ChangesView(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(createHeader());
    m_layout->addWidget(m_pages, 1);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_plan);
    m_pages->addWidget(m_impact);
    m_pages->addWidget(m_changes);
    setFocusProxy(m_view);
    m_view->setAccessibleName(tr("Text of the migration file"));

    connectDocument();
    connect(m_statements, &StatementRanges::statementsChanged, this, &MigrationEditor::updateHeader);
    connect(m_statements, &StatementRanges::statementsChanged, this, &MigrationEditor::updatePlan);
    connect(m_view, &KTextEditor::View::cursorPositionChanged, this, &MigrationEditor::updateHeader);
    connect(m_plan, &PlanView::positionActivated, this, [this](const QString &, int line, int column) { goTo(line, column); });
    connect(m_impact, &ImpactView::lineActivated, this, [this](int line) { goTo(line, 1); });
    connect(m_safety, &EditorSafety::analysed, this, &MigrationEditor::updateImpact);
    connect(m_safety, &EditorSafety::analysed, this, &MigrationEditor::showPlanAnalysis);
    createCompletion();
    m_document.load();
}

MigrationEditor::~MigrationEditor()
{
    m_name->removeEventFilter(this);
    // They refer to the document, which is a member and would go first.
    delete m_safety;
    delete m_statements;
    m_view->disconnect(this); // it still moves its caret while it goes
    delete m_view;
}

void MigrationEditor::connectDocument()
{
    connect(&m_document, &MigrationDocument::loaded, this, &MigrationEditor::showLoaded);
    connect(&m_document, &MigrationDocument::loadFailed, this, &MigrationEditor::showFailure);
    connect(&m_document, &MigrationDocument::saveFailed, this, &MigrationEditor::showFailure);
    connect(&m_document, &MigrationDocument::changedOnDisk, this, &MigrationEditor::showChangedOnDisk);
    connect(&m_document, &MigrationDocument::deletedOnDisk, this, &MigrationEditor::showDeletedOnDisk);
    connect(&m_document, &MigrationDocument::saved, this, [this] {
        removeStrip(Strip::Disk);
        removeStrip(Strip::Failure);
        removeStrip(Strip::Recovery);
    });
    connect(&m_document, &MigrationDocument::reloaded, this, [this] {
        removeStrip(Strip::Disk);
        applyHighlighting();
    });
    connect(&m_document, &MigrationDocument::readOnlyChanged, this, &MigrationEditor::showReadOnlyStrip);
    connect(&m_document, &MigrationDocument::modifiedChanged, this, &MigrationEditor::titleChanged);
}

QToolButton *MigrationEditor::addPageButton(QButtonGroup *group, QWidget *parent, const QString &text, const QString &tip)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setToolTip(tip);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    group->addButton(button);
    return button;
}

QWidget *MigrationEditor::createHeader()
{
    auto *header = new QWidget(this);
    auto *layout = new QHBoxLayout(header);
    const int gap = fontMetrics().height() / 3;
    layout->setContentsMargins(2 * gap, gap / 2, gap, gap / 2);
    m_name = new QLabel(header);
    m_name->setTextFormat(Qt::PlainText);
    m_name->installEventFilter(this);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_facts = new QLabel(header);
    m_facts->setForegroundRole(QPalette::PlaceholderText);

    auto *group = new QButtonGroup(this);
    m_upButton = addPageButton(group, header, tr("Up"), tr("The section that applies the migration"));
    m_downButton = addPageButton(group, header, tr("Down"), tr("The section that rolls the migration back"));
    m_planButton = addPageButton(group, header, tr("Plan"), tr("The statements as they will run, by transaction"));
    m_impactButton = addPageButton(group, header, tr("Impact"), tr("Which tables are locked, and for how much of the migration"));
    m_changesButton = addPageButton(group, header, tr("Changes"), tr("What changed since the migration was applied"));
    m_upButton->setChecked(true);
    m_changesButton->hide();
    connect(m_upButton, &QToolButton::clicked, this, [this] { goToSection(Direction::Up); });
    connect(m_downButton, &QToolButton::clicked, this, [this] { goToSection(Direction::Down); });
    connect(m_planButton, &QToolButton::clicked, this, [this] { showPage(Page::Plan); });
    connect(m_impactButton, &QToolButton::clicked, this, [this] { showPage(Page::Impact); });
    connect(m_changesButton, &QToolButton::clicked, this, [this] { showPage(Page::Changes); });

    layout->addWidget(m_name, 1);
    layout->addWidget(m_facts);
    layout->addSpacing(2 * gap);
    for (QToolButton *button : {m_upButton, m_downButton, m_planButton, m_impactButton, m_changesButton})
        layout->addWidget(button);
    return header;
}

MigrationEditor::Page MigrationEditor::page() const
{
    return static_cast<Page>(m_pages->currentIndex());
}

void MigrationEditor::showPage(Page page)
{
    m_pages->setCurrentIndex(static_cast<int>(page));
    if (page == Page::Plan)
        updatePlan();
    if (page == Page::Impact)
        updateImpact();
    setFocusProxy(m_pages->currentWidget());
    m_pages->currentWidget()->setFocus();
    updateHeader();
}

void MigrationEditor::setContext(std::shared_ptr<const MigrationProject> project, std::optional<Dialect> dialect,
                                 const Timeline &timeline)
{
    const bool rereads = project != m_project || dialect != m_dialect;
    m_project = std::move(project);
    m_dialect = dialect;
    m_entry.reset();
    for (const TimelineEntry &entry : timeline.entries) {
        if (entry.migration.file == path())
            m_entry = entry;
    }
    const bool drifted = m_entry && m_entry->state == MigrationState::Modified;
    if (drifted && m_project)
        m_changes->setEntry(*m_entry, m_project->folder(), m_dialect);
    else if (page() == Page::Changes && m_changes->showsEntry())
        showPage(Page::Text);
    if (rereads) {
        applyHighlighting();
        ScriptReader reader;
        if (m_entry && m_project) {
            reader = [project = m_project, file = m_entry->migration.displayFile](const QString &text) {
                return project->format().parse(text, file);
            };
        }
        m_statements->setReader(m_dialect.value_or(Dialect::SQLite), reader);
    }
    updateSafety();
    updateHeader();
    Q_EMIT titleChanged();
}

void MigrationEditor::applyHighlighting()
{
    const bool plain = m_document.readOnlyReason() == ReadOnlyReason::TooLarge;
    const QString mode = plain ? u"None"_s : syntaxName(m_dialect);
    if (m_document.document()->highlightingMode() != mode)
        m_document.document()->setHighlightingMode(mode);
}

void MigrationEditor::showLoaded()
{
    applyHighlighting();
    m_statements->update();
    if (m_document.recovered())
        showRecoveryStrip();
    goTo(std::exchange(m_line, 0), m_column);
    updateHeader();
    Q_EMIT titleChanged();
}

void MigrationEditor::goTo(int line, int column)
{
    if (line <= 0)
        return;
    if (!m_document.isLoaded()) {
        m_line = line;
        m_column = column;
        return;
    }
    showPage(Page::Text);
    const int units = utf16Column(m_document.document()->line(line - 1), column);
    m_view->setCursorPosition(KTextEditor::Cursor(line - 1, units));
}

void MigrationEditor::goToSection(Direction direction)
{
    const MigrationScripts &scripts = m_statements->statements().scripts;
    const MigrationScript &script = direction == Direction::Up ? scripts.up : scripts.down;
    showPage(Page::Text);
    if (script.exists)
        m_view->setCursorPosition(KTextEditor::Cursor(script.start.line - 1, 0));
    updateHeader();
}

bool MigrationEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_name && event->type() == QEvent::Resize)
        updateHeader();
    return QWidget::eventFilter(watched, event);
}

void MigrationEditor::updateHeader()
{
    const QString file = m_entry ? m_entry->migration.displayFile : path();
    const QString state = m_entry ? migrationStateName(m_entry->state) : QString();
    const QString name = state.isEmpty() ? file : tr("%1: %2", "a file and its state").arg(file, state);
    m_name->setText(m_name->fontMetrics().elidedText(name, Qt::ElideMiddle, m_name->width()));
    m_name->setAccessibleName(name);
    m_name->setToolTip(path());

    const KTextEditor::Cursor cursor = m_view->cursorPosition();
    const QString encoding = m_document.readOnlyReason() == ReadOnlyReason::InvalidUtf8 ? tr("not UTF-8") : m_document.format().name();
    m_facts->setText(tr("%1:%2   %3", "line, column, encoding").arg(cursor.line() + 1).arg(cursor.column() + 1).arg(encoding));
    m_facts->setVisible(page() == Page::Text && m_document.isLoaded());

    m_changesButton->setVisible(page() == Page::Changes || (m_entry && m_entry->state == MigrationState::Modified));
    const MigrationScripts &scripts = m_statements->statements().scripts;
    m_downButton->setEnabled(scripts.down.exists);
    const bool inDown = scripts.down.exists && scripts.down.start.line >= scripts.up.start.line
        && cursor.line() + 1 >= scripts.down.start.line;
    switch (page()) {
    case Page::Text: (inDown ? m_downButton : m_upButton)->setChecked(true); break;
    case Page::Plan: m_planButton->setChecked(true); break;
    case Page::Impact: m_impactButton->setChecked(true); break;
    case Page::Changes: m_changesButton->setChecked(true); break;
    }
}

void MigrationEditor::setSafety(const ProjectSafety *safety)
{
    m_projectSafety = safety;
    updateSafety();
}

void MigrationEditor::updateSafety()
{
    const std::optional<Migration> migration = m_entry ? std::optional(m_entry->migration) : std::nullopt;
    m_safety->setContext(m_projectSafety, migration, migration ? migration->displayFile : QFileInfo(path()).fileName());
}

void MigrationEditor::createCompletion()
{
    const auto schema = [this] { return m_projectSafety ? m_projectSafety->schema() : nullptr; };
    const auto statementAt = [this](qsizetype offset) -> std::pair<QString, qsizetype> {
        // The text may be newer than the statements; where none is known at this place, the line must do.
        const Statement *statement = m_statements->current();
        if (statement)
            return {statement->text, statement->start.offset};
        const KTextEditor::Cursor cursor = m_document.document()->offsetToCursor(offset);
        return {m_document.document()->line(cursor.line()), offset - cursor.column()};
    };
    m_view->registerCompletionModel(new SqlCompletion(schema, statementAt, this));
}

void MigrationEditor::updateImpact()
{
    if (page() != Page::Impact || !m_safety->analysis())
        return;
    const bool down = m_downButton->isEnabled() && m_view->cursorPosition().line() + 1 >= m_statements->statements().scripts.down.start.line
        && m_statements->statements().scripts.down.exists;
    const MigrationAnalysis &analysis = *m_safety->analysis();
    m_impact->setScript((down ? analysis.down : analysis.up).value_or(ScriptAnalysis()), m_dialect.value_or(Dialect::SQLite));
}

void MigrationEditor::updatePlan()
{
    if (page() != Page::Plan)
        return;
    const FileStatements &found = m_statements->statements();
    const Dialect dialect = m_dialect.value_or(Dialect::SQLite);
    RunPlan plan;
    plan.dialect = dialect;
    if (found.unreadable)
        plan.refusals << *found.unreadable;
    const auto addStep = [&](Direction direction, const MigrationScript &script, const QList<Statement> &statements,
                             const QList<ScriptProblem> &problems) {
        if (!script.exists)
            return;
        PlanStep step;
        if (m_entry)
            step.migration = m_entry->migration;
        else
            step.migration.displayFile = QFileInfo(path()).fileName();
        step.direction = direction;
        step.transaction = script.transaction;
        for (const Statement &statement : statements) {
            step.statements << PlanStatement{statement, static_cast<int>(step.statements.size()) + 1};
            step.ownCommits = step.ownCommits || (step.transaction && mayCommitByItself(statement, dialect));
        }
        step.notes = stepNotes(step, dialect);
        if (m_project)
            step.notes << m_project->format().differences(script, statements, dialect);
        plan.refusals << stepRefusals(step, problems, dialect);
        plan.steps << step;
    };
    addStep(Direction::Up, found.scripts.up, found.up, found.upProblems);
    addStep(Direction::Down, found.scripts.down, found.down, found.downProblems);
    m_plan->setPlan(plan);
    showPlanAnalysis();
}

void MigrationEditor::showPlanAnalysis()
{
    if (page() != Page::Plan || !m_safety->analysis())
        return;
    PlanAnalysis analysis;
    analysis.dialect = m_dialect.value_or(Dialect::SQLite);
    for (const auto *script : {&m_safety->analysis()->up, &m_safety->analysis()->down}) {
        if (*script)
            analysis.steps.append(**script);
    }
    m_plan->setAnalysis(analysis);
}

KMessageWidget *MigrationEditor::strip(Strip kind)
{
    removeStrip(kind);
    auto *message = new KMessageWidget(this);
    message->setWordWrap(true);
    message->setPosition(KMessageWidget::Header);
    message->setCloseButtonVisible(false);
    m_layout->insertWidget(1, message);
    m_strips.insert(kind, message);
    return message;
}

void MigrationEditor::removeStrip(Strip kind)
{
    if (KMessageWidget *message = m_strips.take(kind)) {
        message->hide();
        message->deleteLater();
    }
}

void MigrationEditor::showReadOnlyStrip()
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

void MigrationEditor::showRecoveryStrip()
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
        showPage(Page::Text);
    });
    connect(difference, &QAction::triggered, this, [this] {
        m_changes->setTexts(tr("On the disk"), m_document.document()->text(), tr("Typed and not saved"),
                            m_document.recovered()->text, m_dialect);
        showPage(Page::Changes);
    });
    connect(discard, &QAction::triggered, this, [this] {
        m_document.discardUnsaved();
        removeStrip(Strip::Recovery);
        showPage(Page::Text);
    });
    for (QAction *action : {restore, difference, discard})
        message->addAction(action);
}

void MigrationEditor::showChangedOnDisk(const QString &diskText)
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
    connect(reload, &QAction::triggered, this, [this] { showPage(Page::Text); });
    connect(keep, &QAction::triggered, this, [this] {
        m_document.keepMine();
        removeStrip(Strip::Disk);
        showPage(Page::Text);
    });
    connect(difference, &QAction::triggered, this, [this, diskText] { showDifference(diskText); });
    for (QAction *action : {reload, keep, difference})
        message->addAction(action);
}

void MigrationEditor::showDeletedOnDisk()
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

void MigrationEditor::showFailure(const Error &error)
{
    KMessageWidget *message = strip(Strip::Failure);
    message->setMessageType(KMessageWidget::Error);
    message->setText(error.toString());
    message->setCloseButtonVisible(true);
}

void MigrationEditor::showDifference(const QString &diskText)
{
    m_changes->setTexts(tr("On the disk"), diskText, tr("In the editor"), m_document.document()->text(), m_dialect);
    showPage(Page::Changes);
}

} // namespace Whimbrel

// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/migrationeditor.h"

#include "changes/changesview.h"
#include "editor/editorplan.h"
#include "editor/editorsetup.h"
#include "editor/editorstrips.h"
#include "plan/planview.h"
#include "safety/editorsafety.h"
#include "safety/impactview.h"
#include "safety/projectsafety.h"
#include "safety/sqlcompletion.h"
#include "syntax/sqlsyntax.h"

#include <KTextEditor/Document>
#include <KTextEditor/View>

#include <QButtonGroup>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

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
    , m_pages(new QStackedWidget(this))
    , m_plan(new PlanView(this))
    , m_impact(new ImpactView(this))
    , m_changes(new ChangesView(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(createHeader());
    layout->addWidget(m_pages, 1);
    m_strips = new EditorStrips(m_document, layout, this);
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
    connect(m_plan, &PlanView::positionActivated, this,
            [this](const QString &, int line, int column) { goTo(line, column); });
    connect(m_impact, &ImpactView::lineActivated, this, [this](int line) { goTo(line, 1); });
    connect(m_safety, &EditorSafety::analysed, this, &MigrationEditor::updateImpact);
    connect(m_safety, &EditorSafety::analysed, this, &MigrationEditor::showPlanAnalysis);
    connect(m_safety, &EditorSafety::analysed, this, &MigrationEditor::showTypedFindings);
    createCompletion();
    m_document.load();
}

MigrationEditor::~MigrationEditor()
{
    m_name->removeEventFilter(this);
    if (m_projectSafety && m_entry)
        m_projectSafety->dropTyped(m_entry->migration.version);
    // They refer to the document, which is a member and would go first.
    delete m_safety;
    delete m_statements;
    m_view->disconnect(this); // it still moves its caret while it goes
    delete m_view;
}

void MigrationEditor::connectDocument()
{
    connect(&m_document, &MigrationDocument::loaded, this, &MigrationEditor::showLoaded);
    connect(&m_document, &MigrationDocument::reloaded, this, &MigrationEditor::applyHighlighting);
    connect(&m_document, &MigrationDocument::modifiedChanged, this, &MigrationEditor::titleChanged);
    connect(&m_document, &MigrationDocument::saved, this, &MigrationEditor::showTypedFindings);
    connect(m_strips, &EditorStrips::textWanted, this, [this] { showPage(Page::Text); });
    connect(m_strips, &EditorStrips::differenceWanted, this,
            [this](const QString &beforeName, const QString &before, const QString &afterName, const QString &after) {
                m_changes->setTexts(beforeName, before, afterName, after, m_dialect);
                showPage(Page::Changes);
            });
}

QToolButton *MigrationEditor::addPageButton(QButtonGroup *group, QWidget *parent, const QString &text,
                                            const QString &tip)
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
    m_impactButton =
        addPageButton(group, header, tr("Impact"), tr("Which tables are locked, and for how much of the migration"));
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
    const QString encoding =
        m_document.readOnlyReason() == ReadOnlyReason::InvalidUtf8 ? tr("not UTF-8") : m_document.format().name();
    m_facts->setText(
        tr("%1:%2   %3", "line, column, encoding").arg(cursor.line() + 1).arg(cursor.column() + 1).arg(encoding));
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

void MigrationEditor::setSafety(ProjectSafety *safety)
{
    m_projectSafety = safety;
    updateSafety();
}

void MigrationEditor::updateSafety()
{
    const std::optional<Migration> migration = m_entry ? std::optional(m_entry->migration) : std::nullopt;
    m_safety->setContext(m_projectSafety, migration, migration ? migration->displayFile : QFileInfo(path()).fileName());
}

/// Problems and timeline show what is typed, not what the file still holds.
void MigrationEditor::showTypedFindings()
{
    if (!m_projectSafety || !m_entry || !m_safety->analysis())
        return;
    const QString version = m_entry->migration.version;
    const bool modified = m_document.isModified();
    if (modified || m_projectSafety->isTyped(version))
        m_projectSafety->setTyped(version, *m_safety->analysis());
    if (!modified)
        m_projectSafety->typedWasSaved(version);
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
    const bool down = m_downButton->isEnabled() &&
                      m_view->cursorPosition().line() + 1 >= m_statements->statements().scripts.down.start.line &&
                      m_statements->statements().scripts.down.exists;
    const MigrationAnalysis &analysis = *m_safety->analysis();
    if (analysis.error) {
        m_impact->setUnreadable(*analysis.error);
        return;
    }
    m_impact->setScript((down ? analysis.down : analysis.up).value_or(ScriptAnalysis()),
                        m_dialect.value_or(Dialect::SQLite));
}

void MigrationEditor::updatePlan()
{
    if (page() != Page::Plan)
        return;
    Migration migration;
    migration.displayFile = QFileInfo(path()).fileName();
    if (m_entry)
        migration = m_entry->migration;
    ++m_planNumber;
    m_plan->setPlan(
        planOf(m_statements->statements(), migration, m_project.get(), m_dialect.value_or(Dialect::SQLite)));
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
    showGuardRefusals();
}

void MigrationEditor::showGuardRefusals()
{
    if (!m_projectSafety || !m_entry || m_projectSafety->isApplied(m_entry->migration.version))
        return; // nobody runs it here
    // What the text was analysed with: the project's own findings, and with them what completion offers, come later.
    const std::optional<Catalog> schema = m_projectSafety->base().connected;
    guardRefusalsOf(m_plan->model().plan(), m_safety->analysis()->text, m_project, m_projectSafety->guards(), schema)
        .then(this, [this, number = ++m_planNumber](const QList<Error> &refusals) {
            if (number == m_planNumber)
                m_plan->setGuardRefusals(refusals);
        });
}

} // namespace Whimbrel

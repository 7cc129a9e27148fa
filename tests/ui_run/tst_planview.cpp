// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/planview.h"
#include "runproject.h"
#include "settings/iconengine.h"
#include "settings/theme.h"
#include "test.h"

#include <QLabel>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::RunProject;

/// A plan with what it does to others: beside and below each statement, and in sum.
class TstPlanView : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initIcons(); }
    void init();
    void statementsTellWhoWaits();
    void theSumIsTheWorstOfEachTable();
    void anEarlierRunTellsItsTime();
    void aPartThatIsDoneIsNotAnalysed();
    void pictures();

private:
    static QStringList sumOf(const PlanView &view);
    static QModelIndex statement(const PlanView &view, int step, int number);

    std::unique_ptr<RunProject> m_files;
    RunPlan m_plan;
    PlanAnalysis m_analysis;
};

/// A table of some size with some traffic, as a connection would tell.
void TstPlanView::init()
{
    TestCase::init();
    m_files = std::make_unique<RunProject>();
    m_files->addMigration(u"20240101000000_users.sql"_s,
                          "-- migrate:up\nCREATE TABLE users (id bigint PRIMARY KEY, email text, name text);\n"
                          "CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, qty integer);\n");
    m_files->addMigration(u"20240301000000_status.sql"_s,
                          "-- migrate:up\n-- Why: orders need a status for the new fulfilment flow.\nALTER TABLE "
                          "users\n  ADD COLUMN status text NOT NULL;\n"
                          "CREATE INDEX users_email ON users (email);\nALTER TABLE orders ADD CONSTRAINT qty_positive "
                          "CHECK (qty > 0) NOT VALID;\n"
                          "-- migrate:down\nALTER TABLE users DROP COLUMN status;\n");
    m_files->addMigration(
        u"20240302000000_concurrently.sql"_s,
        "-- migrate:up transaction:false\nCREATE INDEX CONCURRENTLY orders_user ON orders (user_id);\n"
        "-- migrate:down\nDROP INDEX orders_user;\n");
    const Result<MigrationProject> project =
        MigrationProject::open(QDir(m_files->folder()), {.format = {}, .searchParents = false});
    QVERIFY(project);
    AnalysisBase base{.dialect = Dialect::PostgreSql, .version = {17, 0, 0}};
    base.settings.waitsAreBounded = true;
    Result<Catalog> schema = ProjectAnalysis(*project, base).catalogBefore(u"20240301000000"_s);
    QVERIFY(schema);
    schema->setStatistics({u"public"_s, u"users"_s}, {1'200'000, 180'000'000, -1, 42.5});
    schema->setStatistics({u"public"_s, u"orders"_s}, {40'000, 9'000'000, -1, 3});
    base.connected = *schema;
    const Timeline timeline = buildTimeline(*project, QList<AppliedMigration>{{.version = u"20240101000000"_s}});
    m_plan = makePlan(*project, timeline, {}, Dialect::PostgreSql).value();
    m_analysis = analysePlan(*project, m_plan, base).value();
    m_analysis.earlier = {EarlierRun{2100, QDateTime(QDate(2026, 11, 12), QTime(12, 0), QTimeZone::UTC), u"staging"_s},
                          std::nullopt};
}

QStringList TstPlanView::sumOf(const PlanView &view)
{
    for (const QLabel *label : view.findChildren<QLabel *>()) {
        if (!label->isHidden() && label->text().contains(u"wait"_s))
            return label->text().split(u'\n');
    }
    return {};
}

QModelIndex TstPlanView::statement(const PlanView &view, int step, int number)
{
    const QAbstractItemModel *model = view.tree()->model();
    const QModelIndex parent = model->index(step, 0);
    int notes = 0;
    while (parent.isValid() &&
           model->index(notes, 0, parent).data(RunModel::KindRole).toInt() == int(RunModel::RowKind::Note))
        ++notes;
    return model->index(notes + number, 0, parent);
}

void TstPlanView::statementsTellWhoWaits()
{
    PlanView view;
    view.setPlan(m_plan);
    const QModelIndex index = statement(view, 0, 1);
    QVERIFY(index.data(RunModel::ImpactRole).toString().isEmpty());
    view.setAnalysis(m_analysis);
    QCOMPARE(index.data(RunModel::ImpactRole).toString(),
             u"SHARE · blocks writes · scans 1.2 M rows, 180 MB · 43 writes/s wait"_s);
    QCOMPARE(index.data(RunModel::EffectsRole).toStringList(),
             QStringList{u"SHARE on public.users: writes wait; every row is read (1.2 M rows, 180 MB; 43 writes/s wait)"_s});
    QStringList found;
    for (const PlannedImpact::Found &finding : index.data(RunModel::FindingsRole).value<QList<PlannedImpact::Found>>())
        found << severityId(finding.severity) + u' ' + finding.text;
    QVERIFY2(found.value(0).startsWith(u"error Building an index on “users”"_s), qPrintable(found.join(u'\n')));
    QVERIFY2(found.value(0).endsWith(u"(index-build-blocks-writes)"_s), qPrintable(found.join(u'\n')));
    QVERIFY(index.data(Qt::ToolTipRole).toString().contains(found.value(0).section(u' ', 1)));
    QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(u"writes wait"_s));

    view.setPlan(m_plan); // another plan, of which nothing is known yet
    QVERIFY(statement(view, 0, 1).data(RunModel::ImpactRole).toString().isEmpty());
    QVERIFY(sumOf(view).isEmpty());
}

void TstPlanView::theSumIsTheWorstOfEachTable()
{
    PlanView view;
    view.setPlan(m_plan);
    view.setAnalysis(m_analysis);
    QCOMPARE(sumOf(view), (QStringList{u"public.users: ACCESS EXCLUSIVE, reads and writes wait"_s,
                                       u"public.orders: ACCESS EXCLUSIVE, reads and writes wait"_s}));
}

void TstPlanView::anEarlierRunTellsItsTime()
{
    PlanView view;
    view.setPlan(m_plan);
    view.setAnalysis(m_analysis);
    const QAbstractItemModel *model = view.tree()->model();
    QCOMPARE(model->index(0, 0).data(RunModel::DetailRole).toString(),
             u"up, in one transaction · took 2.1 s on staging, 12 Nov 2026"_s);
    QCOMPARE(model->index(1, 0).data(RunModel::DetailRole).toString(),
             u"up, without a transaction: each statement stays"_s);
}

void TstPlanView::aPartThatIsDoneIsNotAnalysed()
{
    m_plan.steps[0].resumeAfter = 1;
    m_analysis.steps[0].statements.removeFirst();
    m_analysis.steps[0].findings.clear();
    PlanView view;
    view.setPlan(m_plan);
    view.setAnalysis(m_analysis);
    QVERIFY(statement(view, 0, 0).data(RunModel::ImpactRole).toString().isEmpty());
    QVERIFY(statement(view, 0, 1).data(RunModel::ImpactRole).toString().startsWith(u"SHARE"_s));
}

void TstPlanView::pictures()
{
    const auto save = [](QWidget &widget, const QString &name) {
        for (const QString &theme : {u"dark"_s, u"light"_s}) {
            applyTheme(theme);
            QCoreApplication::sendPostedEvents();
            QVERIFY(widget.grab().save(u"%1/%2-%3.png"_s.arg(Test::screenshotFolder(), name, theme)));
        }
    };
    PlanView view;
    view.resize(1000, 400);
    view.show();
    save(view, u"plan-empty"_s);
    view.setPlan(m_plan);
    save(view, u"plan"_s);
    view.setAnalysis(m_analysis);
    save(view, u"plan-impacts"_s);
    view.resize(560, 400);
    save(view, u"plan-impacts-narrow"_s);
    view.resize(1000, 260);
    view.setRunLayout(true);
    save(view, u"plan-impacts-run"_s);
}

WHIMBREL_TEST(TstPlanView)
#include "tst_planview.moc"

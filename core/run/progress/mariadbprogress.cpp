// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/progress/mariadbprogress.h"

#include "database/fulldisk.h"
#include "run/progress/phases.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

Result<ProgressSample> MariaDbProgress::look(Session &session)
{
    const Result<Rows> rows =
        session.query(u"SELECT STATE AS state, STAGE AS stage, MAX_STAGE AS max_stage, PROGRESS AS progress FROM information_schema.PROCESSLIST WHERE ID = ?"_s, {m_run.pid});
    if (!rows && isFullDisk(rows.error(), Dialect::MariaDb))
        return ProgressSample{.phase = tr("the server's disk is full: it has no room even for its list of sessions")};
    if (!rows)
        return std::unexpected(rows.error());
    if (rows->isEmpty())
        return withoutSession();
    ProgressSample sample;
    sample.phase = rows->text(0, u"state");
    if (sample.phase == "Waiting for someone to free space"_L1) {
        // What is to be done comes first: a terminal's line may end before the rest.
        sample.phase = tr("the server's disk is full: make room (a stop now can damage MyISAM and Aria tables); it looks once a minute");
    }
    const double percent = rows->text(0, u"progress").toDouble();
    const int stages = static_cast<int>(rows->number(0, u"max_stage"));
    // Work in place has a stage too, with a percentage that stays at zero.
    if (stages > 1 || percent > 0) {
        sample.fraction = stageFraction(static_cast<int>(rows->number(0, u"stage")), stages, percent);
        sample.source = sample.fraction < 0 ? ProgressSample::Source::None : ProgressSample::Source::Stages;
    }
    return sample;
}

} // namespace Whimbrel

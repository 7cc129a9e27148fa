// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/editorarea.h"
#include "safety/projectsafety.h"
#include "workbench/workbench.h"

namespace Whimbrel {

void EditorArea::follow(Workbench &workbench)
{
    const auto update = [this, &workbench] {
        setContext(workbench.project(), workbench.dialect(), workbench.timeline());
    };
    connect(&workbench, &Workbench::projectChanged, this, update);
    connect(&workbench, &Workbench::connectionChanged, this, update);
    connect(&workbench, &Workbench::targetChanged, this, update);
    connect(&workbench, &Workbench::timelineChanged, this, update);
    connect(&workbench, &Workbench::openFileRequested, this,
            [this](const QString &path, int line, int column) { openFile(path, line, column); });
    connect(this, &EditorArea::migrationsWritten, &workbench, &Workbench::refresh);
    connect(this, &EditorArea::statusRequested, &workbench, &Workbench::setStatus);
    update();
    setSafety(&workbench.safety());
    connect(&workbench.safety(), &QObject::destroyed, this, [this] { setSafety(nullptr); });
}

} // namespace Whimbrel

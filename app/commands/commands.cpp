// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"

namespace Whimbrel {

/// In the order in which help lists them. A new command is one more line here.
const std::vector<Command> &commands()
{
    static const std::vector<Command> all = {
        statusCommand(),
        planCommand(),
        upCommand(),
        downCommand(),
        redoCommand(),
        newCommand(),
        lintCommand(),
        resolveCommand(),
        locksCommand(),
        checkCommand(),
        releaseCommand(),
        rulesCommand(),
        formatsCommand(),
        recipesCommand(),
        helpCommand(),
    };
    return all;
}

} // namespace Whimbrel

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "locks/locksampler.h"
#include "test.h"

namespace Whimbrel::Test {

/// Base of the samplers' suites: a monitor session on m_settings with its sampler.
class SamplerTest : public TestCase
{
protected:
    void openMonitor(const ConnectionSettings &settings);
    void closeMonitor();
    /// Empty, and a failed test, where the sampler cannot look.
    LockSample take();

    ConnectionSettings m_settings;
    std::unique_ptr<Session> m_monitor;
    std::unique_ptr<LockSampler> m_sampler;
};

} // namespace Whimbrel::Test

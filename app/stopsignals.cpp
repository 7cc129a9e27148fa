// SPDX-License-Identifier: GPL-3.0-or-later
#include "stopsignals.h"

#include <atomic>
#include <cerrno>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace Whimbrel {

namespace {

std::atomic<int> receivedSignal{0};
std::atomic<int> pipeEnd{-1};

extern "C" void noteSignal(int number)
{
    const int savedError = errno;
    receivedSignal.store(number);
    const char byte = 's';
    [[maybe_unused]] const ssize_t written = write(pipeEnd.load(), &byte, 1);
    errno = savedError;
}

void setHandler(int number, void (*handler)(int), int flags)
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, nullptr);
}

} // namespace

StopSignals::StopSignals()
{
    if (pipe2(m_pipe.data(), O_CLOEXEC) != 0)
        return; // signals keep their usual meaning: the process ends, and the history is true all the same
    pipeEnd.store(m_pipe[1]);
    m_reader = std::thread([this] {
        char byte = 0;
        while (read(m_pipe[0], &byte, 1) < 0 && errno == EINTR) { }
        if (byte == 's')
            m_source.request_stop();
    });
    for (const int number : {SIGINT, SIGTERM})
        setHandler(number, noteSignal, SA_RESETHAND);
    setHandler(SIGPIPE, SIG_IGN, 0);
}

StopSignals::~StopSignals()
{
    if (!m_reader.joinable())
        return;
    for (const int number : {SIGINT, SIGTERM})
        setHandler(number, SIG_DFL, 0);
    const char byte = 'q';
    [[maybe_unused]] const ssize_t written = write(m_pipe[1], &byte, 1);
    m_reader.join();
    pipeEnd.store(-1);
    close(m_pipe[0]);
    close(m_pipe[1]);
}

int StopSignals::received()
{
    return receivedSignal.load();
}

} // namespace Whimbrel

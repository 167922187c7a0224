// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QEventLoop>
#include <QFuture>
#include <QTimer>

namespace cs::test {

/// Runs the event loop until a condition holds; half a minute is a failure, not a measure.
template <class F> bool until(F&& holds)
{
    QEventLoop loop;
    QTimer poll, limit;
    QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
        if (holds())
            loop.quit();
    });
    QObject::connect(&limit, &QTimer::timeout, &loop, &QEventLoop::quit);
    limit.setSingleShot(true);
    poll.start(5);
    limit.start(30'000);
    loop.exec();
    return holds();
}

/// The answer of a service, waited for.
template <class T> Result<T> answer(QFuture<Result<T>> future)
{
    until([&] { return future.isFinished(); });
    return future.result();
}

} // namespace cs::test

// SPDX-License-Identifier: GPL-3.0-or-later
// countersign-reader: looks at one piece of evidence in a sandbox and says what it saw.
//   countersign-reader read MEDIA PAGE WIDTH SCALE TOTAL   evidence on descriptor 3, answer on standard
//   output countersign-reader self-check ATTEMPT                  0: the sandbox refused it; killed: so much
//   the better; 1: it did not
#include "app/reader/session.h"

#include "app/reader/sandbox.h"

#include <string>
#include <vector>

#include <unistd.h>

int main(int argc, char** argv)
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() == 2 && arguments[0] == "self-check") {
        const bool safe = cs::enterLimits() && cs::enterSandbox() && cs::isRefused(arguments[1]);
        ::_exit(safe ? 0 : 1);
    }
    // No destructors after the answer: they would only be more code to run on hostile data.
    ::_exit(cs::writeAnswer(cs::session(arguments)) ? 0 : 1);
}

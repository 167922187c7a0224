# SPDX-License-Identifier: GPL-3.0-or-later
# Writes archiveFormat(): another program than the one that wrote a cache file rebuilds it.
set(digests "")
foreach(source ${SOURCES})
    file(SHA256 ${source} digest)
    string(APPEND digests ${digest})
endforeach()
string(SHA256 format "${digests}")
string(CONCAT text "namespace cs::engine {\nconst char* archiveFormat();\n"
    "const char* archiveFormat()\n{\n    return \"${format}\";\n}\n} // namespace cs::engine\n")
file(WRITE ${OUTPUT} "${text}")

# SPDX-License-Identifier: GPL-3.0-or-later
# One INTERFACE target holds every flag; one function makes a room; one makes a test binary.
add_library(cs_flags INTERFACE)
target_include_directories(cs_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_definitions(cs_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_KEYWORDS QT_NO_FOREACH
    QT_USE_QSTRINGBUILDER QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400
    CS_VERSION="${PROJECT_VERSION}")
target_compile_options(cs_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> # GCC 12 finds overlaps in std::string that are none (its bug 105651)
    -ffp-contract=off -fstack-protector-strong -fPIE $<$<BOOL:${CS_WERROR}>:-Werror>)
target_link_options(cs_flags INTERFACE -pie -Wl,-z,relro,-z,now)
if(NOT CS_SANITIZE STREQUAL "")
    target_compile_options(cs_flags INTERFACE -fsanitize=${CS_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(cs_flags INTERFACE -fsanitize=${CS_SANITIZE})
endif()
find_program(CS_LLD ld.lld)
if(CS_LLD)
    target_link_options(cs_flags INTERFACE -fuse-ld=lld)
endif()
find_program(CS_CCACHE ccache)
if(CS_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros
        CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CS_CCACHE})
endif()
set(CMAKE_AUTOMOC OFF)

# cs_room(Base SOURCES a.cpp … LINK Qt6::Core …): static library cs_base with the alias Countersign::Base.
# MOC for rooms with QObjects.
function(cs_room name)
    cmake_parse_arguments(R "MOC;PCH_WIDGETS" "" "SOURCES;LINK" ${ARGN})
    string(TOLOWER ${name} lower)
    set(target cs_${lower})
    if(R_SOURCES)
        add_library(${target} STATIC ${R_SOURCES})
        target_link_libraries(${target} PUBLIC cs_flags ${R_LINK})
        if(R_MOC)
            set_target_properties(${target} PROPERTIES AUTOMOC ON)
        endif()
        if(R_PCH_WIDGETS AND CS_PCH)
            target_precompile_headers(${target} PRIVATE <QWidget> <QString> <QPainter> <QAbstractItemModel> <memory> <vector> <string>)
            target_compile_options(${target} PRIVATE -fpch-preprocess)
        endif()
    else()
        add_library(${target} INTERFACE)
        target_link_libraries(${target} INTERFACE cs_flags ${R_LINK})
    endif()
    add_library(Countersign::${name} ALIAS ${target})
endfunction()

# cs_test(base_test SOURCES … LINK …): GoogleTest binary, discovered by ctest. QT: it brings its own main (QtTest).
function(cs_test name)
    cmake_parse_arguments(T "QT;MOC" "" "SOURCES;LINK;ENV" ${ARGN})
    add_executable(${name} ${T_SOURCES})
    target_link_libraries(${name} PRIVATE cs_flags ${T_LINK})
    if(T_MOC OR T_QT)
        set_target_properties(${name} PROPERTIES AUTOMOC ON)
    endif()
    if(T_QT)
        target_link_libraries(${name} PRIVATE Qt6::Test)
        add_test(NAME ${name} COMMAND ${name})
        set_tests_properties(${name} PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;${T_ENV}" TIMEOUT 300)
    else()
        target_link_libraries(${name} PRIVATE GTest::gtest GTest::gmock cs_test_main)
        gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST
            PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;${T_ENV}" TIMEOUT 300)
    endif()
endfunction()

/** What the tests of every module use: a fresh server per test, fakes, the ledger. */
@org.jspecify.annotations.NullMarked
package io.greenroom.testkit;

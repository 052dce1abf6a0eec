package io.greenroom.server.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.greenroom.api.AllGroups;
import io.greenroom.kernel.ApiGroup;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;

/** Which packages may depend on which, and which may use time, files and the network. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // the classes are read before the tests
class ArchitectureTest {
    private static final String CLOCK = "io.greenroom.kernel.doc.Clock";

    /** It measures how long a connection stays silent, which no account's clock may move. */
    private static final String TIME_OUTS = "io.greenroom.kernel.http.server.Connection";

    private static final Set<String> READ_TIME = Set.of("now", "currentTimeMillis", "nanoTime");
    private static final Set<String> PREDICTABLE = Set.of(
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.concurrent.ThreadLocalRandom",
            "java.util.random.RandomGeneratorFactory");

    private JavaClasses classes;

    @BeforeAll
    void read() {
        ((Logger) LoggerFactory.getLogger("com.tngtech.archunit")).setLevel(Level.WARN);
        classes = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .withImportOption(location -> !location.contains("/quick/test/")) // tests that bin/test has compiled
                .importPackages("io.greenroom");
        assertThat(classes.contain(CLOCK)).isTrue();
        assertThat(classes.contain(TIME_OUTS)).isTrue();
    }

    @Test
    void listensInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.greenroom.kernel.http.server")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.ServerSocket")
                .because("what clients send is limited in one package")
                .check(classes);
    }

    @Test
    void usesTheMultipartReaderInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.greenroom.kernel.http.body")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.commons.fileupload2..")
                .because("the multipart reader can then be replaced in one package")
                .check(classes);
    }

    @Test
    void usesSqlInTheStoresOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.greenroom.kernel.store.sql",
                        "io.greenroom.kernel.store.sqlite",
                        "io.greenroom.kernel.store.postgres")
                .and()
                // It makes and empties the schema that tests use.
                .doNotHaveFullyQualifiedName("io.greenroom.testkit.ScenePostgres")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "com.zaxxer..", "org.sqlite..", "org.postgresql..")
                .because("queries outside the stores would name no account and know one engine")
                .check(classes);
    }

    @Test
    void readsTimeInClockOnly() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(CLOCK)
                .and()
                .doNotHaveFullyQualifiedName(TIME_OUTS)
                .should()
                .accessTargetWhere(describe("reads the system's time", ArchitectureTest::readsTime))
                .because("an account's time can be moved and frozen, which nothing else may see past")
                .check(classes);
    }

    private static boolean readsTime(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return switch (owner.getName()) {
            case "java.lang.System" -> READ_TIME.contains(access.getName());
            case "java.time.Clock" -> access.getName().startsWith("system");
            case "java.util.Date" -> access.getName().equals("<init>");
            default -> owner.getPackageName().startsWith("java.time") && READ_TIME.contains(access.getName());
        };
    }

    @Test
    void drawsRandomNumbersInIdsAndSecretsOnly() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.greenroom.kernel.doc.Ids")
                .and()
                .haveNameNotMatching("io.greenroom.kernel.doc.(Seeded|Secure)Stream(.Buffer)?")
                .and()
                .doNotHaveFullyQualifiedName("io.greenroom.kernel.auth.Secrets")
                .and()
                // It generates the OpenAPI document's examples from a fixed seed, so that builds are equal.
                .doNotHaveFullyQualifiedName("io.greenroom.contract.openapi.Examples")
                .and()
                // Its requests come from a fixed seed, so that failures are reproducible.
                .resideOutsideOfPackage("io.greenroom.testkit..")
                .should()
                .accessTargetWhere(describe("draws random numbers", ArchitectureTest::drawsRandom))
                .because("what must not be guessed is then made in one place, and ids have one form")
                .check(classes);
    }

    private static boolean drawsRandom(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return drawsPredictable(access)
                || owner.equals("java.security.SecureRandom")
                || owner.equals("java.util.random.RandomGenerator")
                || (owner.equals("java.util.UUID") && access.getName().equals("randomUUID"));
    }

    @Test
    void letsOnlySeededIdsBePredictable() {
        noClasses()
                .that()
                .haveNameNotMatching("io.greenroom.kernel.doc.(Ids|SeededStream)")
                .and()
                .doNotHaveFullyQualifiedName("io.greenroom.contract.openapi.Examples")
                .and()
                .resideOutsideOfPackage("io.greenroom.testkit..")
                .should()
                .accessTargetWhere(describe("draws predictable numbers", ArchitectureTest::drawsPredictable))
                .because("ids, passcodes and names of files must not follow from earlier ones")
                .check(classes);
    }

    private static boolean drawsPredictable(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return PREDICTABLE.contains(owner)
                || (owner.equals("java.lang.Math") && access.getName().equals("random"));
    }

    @Test
    void keepsTheModulesInOrder() {
        String because = "contract, kernel, api and server build upon each other in this order";
        noneOf("io.greenroom.contract..", because, "io.greenroom.kernel..");
        noneOf("io.greenroom.contract..", because, "io.greenroom.api..", "io.greenroom.parts..");
        noneOf("io.greenroom.contract..", because, "io.greenroom.server..");
        noneOf("io.greenroom.kernel..", because, "io.greenroom.server..");
        noneOf("io.greenroom.api..", because, "io.greenroom.server..");
        noneOf("io.greenroom.parts..", because, "io.greenroom.server..");
    }

    @Test
    void keepsKernelAndPartsFreeOfGroups() {
        noneOf("io.greenroom.kernel..", "the kernel serves any group", "io.greenroom.api..", "io.greenroom.parts..");
        noneOf("io.greenroom.parts..", "a part never asks which group it serves", "io.greenroom.api..");
    }

    private void noneOf(String knowing, String because, String... known) {
        noClasses()
                .that()
                .resideInAPackage(knowing)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(known)
                .because(because)
                .check(classes);
    }

    /** The compiler checks that they use public types only, because each group is one package. */
    @Test
    void queriesEarlierGroupsOnly() {
        List<String> groups = new AllGroups()
                .all().stream()
                        .map(ApiGroup::getClass)
                        .map(Class::getPackageName)
                        // The placeholder for waiting groups is no group.
                        .filter(name -> name.startsWith(AllGroups.class.getPackageName()))
                        .toList();
        assertThat(groups).doesNotHaveDuplicates().isNotEmpty();
        for (int i = 0; i < groups.size() - 1; i++) {
            noneOf(
                    groups.get(i) + "..",
                    "calls go up the list in AllGroups, facts come down it",
                    groups.subList(i + 1, groups.size()).stream()
                            .map(later -> later + "..")
                            .toArray(String[]::new));
        }
    }

    @Test
    void keepsAGroupInOnePackage() {
        noClasses()
                .that()
                // Facts are public records that other groups handle.
                .resideOutsideOfPackage("io.greenroom.api.*.facts")
                .should()
                .resideInAPackage("io.greenroom.api.*.*..")
                .because("package-private is what keeps a group's insides from other groups")
                .check(classes);
    }

    @Test
    void namesNothingAfterItsShape() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Base|Service|Data|Info)|.*[.$]Abstract[^.]*")
                .because("such a name does not say what the thing is")
                .check(classes);
    }

    @Test
    void writesToTheConsoleOnlyInMain() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.greenroom.server.Main")
                .should()
                .accessTargetWhere(describe(
                        "is the console",
                        access -> access.getTargetOwner().isEquivalentTo(System.class)
                                && Set.of("out", "err").contains(access.getName())))
                .because("the product speaks through its log; the command line is handed where to write")
                .check(classes);
    }

    @Test
    void hasNoCyclesBetweenPackages() {
        slices().matching("io.greenroom.(**)")
                .should()
                .beFreeOfCycles()
                .because("packages in a circle can only be understood together")
                .check(classes);
    }
}

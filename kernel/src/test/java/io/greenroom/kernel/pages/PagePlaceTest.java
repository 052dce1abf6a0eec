package io.greenroom.kernel.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.toy.BooksGroup;
import io.greenroom.kernel.toy.Branch;
import io.greenroom.kernel.toy.HallsGroup;
import io.greenroom.kernel.toy.Question;
import io.greenroom.kernel.toy.ReadersGroup;
import io.greenroom.kernel.toy.Reply;
import io.greenroom.kernel.toy.Toy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pages of a group: routes, units in accounts that a path names, operations that forms run. */
class PagePlaceTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final PageLayout layout = new PageLayout();
    private final Toy toy = Toy.of(new ReadersGroup(), new BooksGroup(), new HallsGroup(), new DoorGroup())
            .start();

    /** Serves two pages. */
    private final class DoorGroup implements ApiGroup {
        @Override
        public List<Table> tables() {
            return List.of();
        }

        @Override
        public void bind(Bindings on) {
            on.serve("door", scope -> new PagePlace(scope)
                    .page("readers/{email}", this::reader)
                    .form("join/{account}", this::join));
        }

        private Answer reader(Visit visit) {
            Optional<String> name = visit.account(
                            unit -> unit.across(ReadersGroup.READERS).where("email", visit.path("email")))
                    .flatMap(account -> visit.read(account, call -> call.store()
                            .in(ReadersGroup.READERS)
                            .where("email", visit.path("email"))
                            .first()
                            .orElseThrow()
                            .text("name")));
            return layout.message(
                    name.isPresent() ? 200 : 404,
                    name.orElse("Unknown"),
                    visit.parameter("said").orElse(""));
        }

        private Answer join(Visit visit) {
            if (!visit.isPost()) {
                return layout.message(200, "Join", "");
            }
            Doc sent = new Doc(Schema.anyObject());
            visit.fieldNames()
                    .forEach(name -> sent.put(name, visit.parameter(name).orElse("")));
            Optional<Object> added = visit.run(visit.path("account"), "addReader", Map.of(), Map.of(), sent);
            return layout.message(added.isPresent() ? 200 : 404, "Welcome", visit.origin());
        }
    }

    @AfterEach
    void close() {
        toy.close();
    }

    private Reply get(String path) {
        return new Question(toy, "GET", "").at(path).send();
    }

    private Reply post(String path, String type, String body) {
        return new Question(toy, "POST", "").at(path).body(type, body).send();
    }

    @Test
    void showsAPageAboutAnyAccount() {
        Branch branch = toy.branch();
        branch.reader("ada");

        Reply page = get("/door/readers/" + branch.email("ada") + "?said=%3Cb%3E&said=twice");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("<p>&lt;b&gt;</p>");
        assertThat(page.header("content-security-policy")).startsWith("default-src 'none'; style-src 'sha256-");
        assertThat(page.header("cache-control")).isEqualTo("no-store");
        assertThat(get("/door/readers/eve@example.org").status()).isEqualTo(404);
    }

    @Test
    void refusesOtherPathsAndMethods() {
        assertThat(get("/door/readers").status()).isEqualTo(404);
        assertThat(get("/door/elsewhere/ada").status()).isEqualTo(404);
        assertThat(get("/door/readers/%zz").status()).isEqualTo(404);
        assertThat(get("/door/readers/ada?said=%zz").status()).isEqualTo(400);
        Reply refused = post("/door/readers/ada", FORM, "");
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.header("allow")).isEqualTo("GET, HEAD");
    }

    @Test
    void runsAnOperationWithItsChecksAndEvents() {
        Branch branch = toy.branch();
        String door = "/door/join/" + branch.id();

        Reply joined = post(door, FORM, "email=ada%40example.org&name=Ada+B&card=A1234");
        Reply used = post(door, FORM, "email=ada%40example.org&name=Ada&card=A1234");
        Reply invalid = post(door, FORM, "email=bob%40example.org&name=Bob&card=1");

        assertThat(joined.status()).as(joined.text()).isEqualTo(200);
        assertThat(joined.text()).contains(toy.origin());
        assertThat(branch.events()).containsExactly("reader.created");
        assertThat(used.status()).isBetween(400, 499);
        assertThat(invalid.status()).isEqualTo(400);
        assertThat(branch.events()).hasSize(1);
        assertThat(post("/door/join/nowhere", FORM, "email=a%40example.org&name=A&card=A1234")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void refusesFormsThatAreTooLargeOrNoForms() {
        String door = "/door/join/" + toy.branch().id();

        assertThat(post(door, FORM, "name=" + "x".repeat(70_000)).status()).isEqualTo(413);
        assertThat(post(door, "application/json", "{}").status()).isEqualTo(400);
        assertThat(get(door).status()).isEqualTo(200);
    }
}

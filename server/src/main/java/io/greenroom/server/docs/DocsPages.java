package io.greenroom.server.docs;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Operation;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Handler;
import io.greenroom.kernel.http.Origins;
import io.greenroom.kernel.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;

/**
 * {@code /docs}: Swagger UI from the class path, which works without a network, over {@code openapi.json} written from
 * the contract. Threads may share it.
 */
public final class DocsPages implements Handler {
    private static final String PREFIX = "/docs";
    private static final String JSON = "application/json;charset=UTF-8";
    private static final String JAR = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
    /** Swagger UI draws with inline styles and pictures in its style sheet; it runs no inline scripts. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final Map<String, String> OURS = Map.of(
            "docs.css", "text/css; charset=utf-8",
            "docs.js", "text/javascript; charset=utf-8");
    private static final Map<String, String> SWAGGER_UI = Map.of(
            "swagger-ui.css", "text/css; charset=utf-8",
            "swagger-ui-bundle.js", "text/javascript; charset=utf-8",
            "favicon-32x32.png", "image/png");

    private final OpenApiDocument document;
    private final Origins origins;
    private final SignIn suggested;

    /** Credentials that prefill the token form. */
    public record SignIn(String account, String clientId, String clientSecret) {
        public static final SignIn NONE = new SignIn("", "", "");
    }

    /**
     * Creates the pages of a contract.
     *
     * @param built whether an operation is built
     * @param suggested prefills the token form
     */
    public DocsPages(Contract contract, Predicate<Operation> built, Origins origins, SignIn suggested) {
        this.document = new OpenApiDocument(contract, built);
        this.origins = origins;
        this.suggested = suggested;
    }

    @Override
    public Answer handle(Request request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Answer.nothing(405).header("Allow", "GET, HEAD");
        }
        if (request.rawPath().equals(PREFIX)) {
            return Answer.redirect(PREFIX + "/");
        }
        String page = request.rawPath().substring(PREFIX.length() + 1);
        Answer answer =
                switch (page) {
                    case "" -> Answer.text(200, "text/html; charset=utf-8", index());
                    case "openapi.json" -> Answer.stream(200, JSON, document.at(origins.of(request)));
                    default -> file(page);
                };
        return answer.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
    }

    private static Answer file(String name) {
        String ours = OURS.get(name);
        if (ours != null) {
            return resource(ours, "/docs/" + name).header("Cache-Control", "no-cache");
        }
        String theirs = SWAGGER_UI.get(name);
        return theirs == null
                ? Answer.text(404, "text/plain; charset=utf-8", "There is no such page.\n")
                : resource(theirs, swaggerUi() + name).header("Cache-Control", "max-age=86400");
    }

    /** Sent while it is read, so that slow clients hold only a piece of it in memory. */
    private static Answer resource(String contentType, String name) {
        return Answer.stream(200, contentType, out -> {
            try (InputStream in = open(name)) {
                in.transferTo(out);
            }
        });
    }

    private String index() {
        return new String(read("/docs/index.html"), StandardCharsets.UTF_8)
                .replace("{account}", suggested.account())
                .replace("{client}", suggested.clientId())
                .replace("{secret}", suggested.clientSecret());
    }

    /** The library's folder in its jar; the version is part of the path. */
    private static String swaggerUi() {
        Properties jar = new Properties();
        try (InputStream in = open(JAR)) {
            jar.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "/META-INF/resources/webjars/swagger-ui/" + jar.getProperty("version") + "/";
    }

    private static byte[] read(String resource) {
        try (InputStream in = open(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = DocsPages.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("The build left out " + resource);
        }
        return in;
    }
}

package io.greenroom.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests that call a running Greenroom. Each test method with a {@link Scene} parameter gets a fresh server, a
 * fresh database and a frozen clock.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SceneExtension.class)
public @interface GreenroomTest {

    /** The settings of the installation that groups read, each as {@code name=value}. */
    String[] options() default {};
}

package dev.interleave.measurer.run;

import dev.interleave.measurer.load.Arrivals;
import dev.interleave.measurer.load.HeldMemory;
import dev.interleave.measurer.load.Request;
import dev.interleave.measurer.message.FromMeasurer;
import dev.interleave.measurer.message.ToMeasurer;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.function.Consumer;

/**
 * A version that handles requests, measured point by point until the supervisor asks for no more.
 */
final class Serving {

    private final ToMeasurer.Serve order;
    private final Orders orders;
    private Throwable thrown;

    Serving(ToMeasurer.Serve order, Orders orders) {
        this.order = order;
        this.orders = orders;
    }

    void run() throws Throwable {
        HeldMemory.Early early = HeldMemory.Early.now();
        Consumer<Request> version = load();
        orders.send(new FromMeasurer.Loaded(List.of(), List.of(), 0));
        try (Arrivals arrivals = new Arrivals(order.delayNanos(), version, early)) {
            while (true) {
                switch (orders.next()) {
                    case ToMeasurer.Point(int n, int millis) -> tell(arrivals.measure(n, millis));
                    case ToMeasurer.Hold(int n) -> tell(arrivals.hold(n));
                    case null, default -> {
                        return;
                    }
                }
            }
        }
    }

    private void tell(FromMeasurer came) throws Throwable {
        if (thrown != null) {
            throw thrown;
        }
        orders.send(came);
        if (came instanceof FromMeasurer.Failed) {
            orders.awaitEnd();
        }
    }

    private Consumer<Request> load() throws Throwable {
        VersionClasses classes = new VersionClasses(order.classes());
        Class<?> type = Class.forName(order.entry().type(), true, classes);
        Method method = type.getDeclaredMethod(order.entry().method(), Request.class);
        method.setAccessible(true);
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        Object receiver = isStatic && !SetUp.needsReceiver(type) ? null : Target.make(type);
        new SetUp(type, receiver).call(0);
        MethodHandle plain = MethodHandles.lookup().unreflect(method);
        MethodHandle bound = isStatic ? plain : plain.bindTo(receiver);
        MethodHandle handle = bound.asType(MethodType.methodType(void.class, Request.class));
        return request -> handle(handle, request);
    }

    private void handle(MethodHandle version, Request request) {
        try {
            version.invokeExact(request);
        } catch (Throwable e) {
            thrown = e;
        }
    }
}

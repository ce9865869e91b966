//! ends: ok
import java.lang.classfile.ClassFile;
import java.lang.constant.*;
class Loader extends ClassLoader {
    protected Class<?> findClass(String name) { while (true) Thread.onSpinWait(); }
    Class<?> define(byte[] file) { return defineClass(null, file, 0, file.length); }
}
var thread = ClassDesc.of("java.lang.Thread");
var none = MethodTypeDesc.ofDescriptor("()V");
byte[] file = ClassFile.of().build(ClassDesc.of("Odd"), c -> c
    .withSuperclass(thread)
    .withMethodBody("<init>", none, ClassFile.ACC_PUBLIC, b -> b.aload(0).invokespecial(thread, "<init>", none).return_())
    .withMethodBody("run", none, ClassFile.ACC_PUBLIC, b -> { var again = b.newBoundLabel(); b.goto_(again); })
    .withMethodBody("odd", MethodTypeDesc.ofDescriptor("(LNowhere;)V"), ClassFile.ACC_PUBLIC, b -> b.return_()));
var type = new Loader().define(file);
((Thread) MethodHandles.publicLookup().findConstructor(type, java.lang.invoke.MethodType.methodType(void.class)).invoke()).start();
Thread.sleep(100);
// ---
//! prints: still here
System.out.println("still here");
